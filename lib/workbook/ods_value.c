/* What the attributes of a cell of .ods say. */
#include "workbook/ods.h"

#include "workbook/number_format.h"

/* "PT36H30M00S", "-PT1H"; to the nearest second. */
static void show_duration(struct span s, struct buf *out)
{
    uint64_t seconds = 0, n = 0;
    bool time = false;

    if (aet_span_starts(s, AET_LIT("-")))
        aet_buf_char(out, '-');
    for (size_t i = 0; i < s.n; i++) {
        char c = s.p[i];

        if (c == '.' || c == ',') {
            seconds += n + (i + 1 < s.n && s.p[i + 1] >= '5' && s.p[i + 1] <= '9');
            break;
        }
        if (c >= '0' && c <= '9') {
            n = n < UINT32_MAX ? n * 10 + (uint64_t)(c - '0') : n;
            continue;
        }
        time |= c == 'T';
        seconds += n * (c == 'D' ? 86400u : c == 'H' ? 3600u : c == 'M' && time ? 60u : c == 'S');
        n = 0;
    }
    aet_number_show_time(seconds, out);
}

/* Of a formula, in the words of LibreOffice, beside a value that is none. */
static bool is_error(const char **attributes)
{
    for (size_t i = 0; attributes[i]; i += 2)
        if (aet_ods_says(attributes[i + 1], "error") && strstr(attributes[i], "value-type"))
            return true;
    return false;
}

bool aet_ods_value(struct buf *out, const char **attributes)
{
    const char *type = aet_xml_attribute(attributes, "value-type");
    const char *number = aet_xml_attribute(attributes, "value");
    const char *date = aet_xml_attribute(attributes, "date-value");
    const char *time = aet_xml_attribute(attributes, "time-value");
    const char *yes = aet_xml_attribute(attributes, "boolean-value");
    const char *text = aet_xml_attribute(attributes, "string-value");

    if (is_error(attributes))
        return false;
    if (text && *text)
        aet_buf_str(out, text);
    else if (aet_ods_says(type, "date") && date)
        aet_number_show_date(aet_span_z(date), out);
    else if (aet_ods_says(type, "time") && time)
        show_duration(aet_span_z(time), out);
    else if (aet_ods_says(type, "boolean") && yes)
        aet_buf_str(out, aet_ods_says(yes, "true") ? "oui" : "non");
    else if (number && aet_ods_says(type, "percentage"))
        aet_number_show(aet_span_z(number), MEANS_PERCENT, 0, false, out);
    else if (number && aet_ods_says(type, "currency"))
        aet_number_show(aet_span_z(number), MEANS_MONEY, 0, false, out);
    else if (number && aet_ods_says(type, "float"))
        aet_number_show(aet_span_z(number), MEANS_NUMBER, 0, false, out);
    else
        return false;
    return true;
}
