/* Comparing JSON values. */
#include "same_json.h"

static bool same_object(const json_t *a, const json_t *b)
{
    const char *key;
    json_t *v;

    if (json_object_size(a) != json_object_size(b))
        return false;
    json_object_foreach((json_t *)a, key, v)
    {
        const json_t *other = json_object_get(b, key);

        if (!other || !same_json(v, other))
            return false;
    }
    return true;
}

bool same_json(const json_t *a, const json_t *b)
{
    if (json_is_number(a) && json_is_number(b))
        return !(json_number_value(a) < json_number_value(b)) &&
               !(json_number_value(a) > json_number_value(b));
    if (json_is_object(a) && json_is_object(b))
        return same_object(a, b);
    if (!json_is_array(a) || !json_is_array(b))
        return json_equal(a, b);
    if (json_array_size(a) != json_array_size(b))
        return false;
    for (size_t i = 0; i < json_array_size(a); i++)
        if (!same_json(json_array_get(a, i), json_array_get(b, i)))
            return false;
    return true;
}
