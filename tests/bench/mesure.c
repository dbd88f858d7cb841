/* Runs a command several times and prints its best elapsed and processor times in seconds and its
 * largest resident set in MiB. What the command writes on standard output goes to /dev/null, what
 * it writes on standard error to FILE, so that whoever reads the figures can see that it did its
 * work.
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

/* Of all children that have ended. */
static double processor_time(void)
{
    struct rusage u;

    if (getrusage(RUSAGE_CHILDREN, &u) < 0)
        return 0;
    return (double)(u.ru_utime.tv_sec + u.ru_stime.tv_sec) +
           (double)(u.ru_utime.tv_usec + u.ru_stime.tv_usec) / 1e6;
}

static void become(const char *errors, char **command)
{
    int out = open("/dev/null", O_WRONLY);
    int err = open(errors, O_WRONLY | O_CREAT | O_TRUNC, 0666);

    if (out >= 0 && err >= 0 && dup2(out, 1) == 1 && dup2(err, 2) == 2)
        execvp(command[0], command);
    _exit(127);
}

struct times {
    double elapsed, processor;
};

/* The exit status, or 127 when it could not be run or was killed. */
static int run_once(const char *errors, char **command, struct times *t)
{
    double begin = now(), used = processor_time();
    int status;
    pid_t pid = fork();

    if (pid == 0)
        become(errors, command);
    if (pid < 0 || waitpid(pid, &status, 0) < 0)
        return 127;
    t->elapsed = now() - begin;
    t->processor = processor_time() - used;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 127;
}

int main(int argc, char **argv)
{
    struct rusage usage;
    struct times best = { 0, 0 }, t = { 0, 0 };

    if (argc < 4) {
        fputs("mesure TIMES FILE COMMAND [ARGUMENT…]\n", stderr);
        return 2;
    }
    for (int i = 0; i < atoi(argv[1]); i++) {
        int status = run_once(argv[2], argv + 3, &t);

        if (status != 0)
            return status;
        if (i == 0 || t.elapsed < best.elapsed)
            best.elapsed = t.elapsed;
        if (i == 0 || t.processor < best.processor)
            best.processor = t.processor;
    }
    if (getrusage(RUSAGE_CHILDREN, &usage) < 0)
        return 2;
    printf("%.3f %.3f %.1f\n", best.elapsed, best.processor, (double)usage.ru_maxrss / 1024);
    return 0;
}
