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

/* "fr" or "en", as ISO 639-1 has them. */
static inline const char *aet_lang_code(enum lang lang)
{
    return aet_text((struct text){ "fr", "en" }, lang);
}

/* A colon within a line: a non-breaking space before it in French. */
static const struct text aet_text_colon = { "\xC2\xA0: ", ": " };

#endif
