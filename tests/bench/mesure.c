/* Runs a command several times and prints its best elapsed time in seconds and its largest resident
 * set in MiB. What the command writes on standard output goes to /dev/null, what it writes on
 * standard error to FILE, so that whoever reads the figures can see that it did its work.
 *
 *   mesure TIMES FILE COMMAND [ARGUMENT…] */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double now(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void become(const char *errors, char **command)
{
    int out = open("/dev/null", O_WRONLY);
    int err = open(errors, O_WRONLY | O_CREAT | O_TRUNC, 0666);

    if (out >= 0 && err >= 0 && dup2(out, 1) == 1 && dup2(err, 2) == 2)
        execvp(command[0], command);
    _exit(127);
}

/* The exit status, or 127 when it could not be run or was killed. */
static int run_once(const char *errors, char **command, double *seconds)
{
    double begin = now();
    int status;
    pid_t pid = fork();

    if (pid == 0)
        become(errors, command);
    if (pid < 0 || waitpid(pid, &status, 0) < 0)
        return 127;
    *seconds = now() - begin;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 127;
}

int main(int argc, char **argv)
{
    struct rusage usage;
    double best = 0, seconds = 0;

    if (argc < 4) {
        fputs("mesure TIMES FILE COMMAND [ARGUMENT…]\n", stderr);
        return 2;
    }
    for (int i = 0; i < atoi(argv[1]); i++) {
        int status = run_once(argv[2], argv + 3, &seconds);

        if (status != 0)
            return status;
        if (i == 0 || seconds < best)
            best = seconds;
    }
    if (getrusage(RUSAGE_CHILDREN, &usage) < 0)
        return 2;
    printf("%.3f %.1f\n", best, (double)usage.ru_maxrss / 1024);
    return 0;
}
