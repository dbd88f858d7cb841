/* Charts in the text: each is a part, which leans on another, the workbook that it is changed in
 * (ECMA-376, part 1, 14.2.1 and 15.2.11). */
#include "paper/parts.h"

#include "io/markup.h"

#define SHEET_TYPE "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

static const char *path_of(struct buf *path, const char *before, size_t n, const char *behind)
{
    aet_buf_clear(path);
    aet_buf_str(path, before);
    aet_buf_uint(path, n);
    aet_buf_str(path, behind);
    return aet_buf_z(path);
}

/* The chart, behind its workbook. Its number, as the text refers to it. */
static size_t add(struct paper *p, const struct paper_chart *c)
{
    struct chart chart = *c->chart;
    struct buf path = { 0 }, xml = { 0 };
    size_t n = ++p->charts, number;

    (void)aet_paper_part(p, path_of(&path, "embeddings/chart", n, ".xlsx"), SHEET_TYPE, NULL,
                         c->workbook);
    chart.workbook = "rId1";
    aet_chart_write(&chart, &xml);
    number = aet_paper_part(p, path_of(&path, "charts/chart", n, ".xml"), XML_CHART_TYPE, "/chart",
                            &xml);
    aet_buf_str(&p->parts[number - 1].relations,
                XML_HEAD "<Relationships xmlns=\"" XML_PACKAGE
                         "relationships\"><Relationship Id=\"rId1\" Type=\"" XML_OFFICE
                         "/package\" Target=\"");
    aet_buf_str(&p->parts[number - 1].relations,
                path_of(&path, "../embeddings/chart", n, ".xlsx\"/></Relationships>"));
    aet_buf_free(&path);
    return number;
}

void aet_paper_chart(struct paper *p, const struct paper_chart *c)
{
    size_t number = add(p, c);

    aet_paper_drawing(p, &(struct paper_drawing){
                             .name = c->name,
                             .says = c->says,
                             .uri = XML_DRAWN "chart",
                             .wide = (uint64_t)aet_paper_width(p, p->sideways) * PAPER_LENGTH,
                             .high = (uint64_t)c->high * PAPER_LENGTH });
    aet_buf_str(&p->body, "<c:chart xmlns:c=\"" XML_DRAWN "chart\" r:id=\"rId");
    aet_buf_uint(&p->body, number);
    aet_buf_str(&p->body, "\"/>");
    aet_paper_drawing_end(p, "");
}
