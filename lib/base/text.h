/* The two languages of the house, and a text that has both. */
#ifndef AET_BASE_TEXT_H
#define AET_BASE_TEXT_H

enum lang { LANG_FR, LANG_EN };

struct text {
    const char *fr, *en;
};

static inline const char *aet_text(struct text t, enum lang lang)
{
    return lang == LANG_EN && t.en ? t.en : t.fr;
}

#endif
