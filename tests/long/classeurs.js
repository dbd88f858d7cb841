// classeurs.js SEED BOOKS: workbooks with what people put in them, written by ExcelJS (whole and as a stream) and
// by SheetJS (.xlsx and .ods), into this folder, and attendu.json: of each sheet what its cells are.
//
// A cell there is a list: its kind and its value. "text" and "error" a text, "number", "percent" and "money" a
// number, "date" days since 1970 with their fraction, "time" seconds, "bool". Kinds and not texts, so that it
// says nothing of how anybody writes them. null is an empty cell; "under": inside a merged area, whose value it is.
"use strict";
const Excel = require("exceljs");
const Sheets = require("xlsx");
const fs = require("fs");

let state = Number(process.argv[2]) >>> 0;
const books = Number(process.argv[3]);

function random(n) { // mulberry32
    state = (state + 0x6D2B79F5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) % n;
}
const one = (list) => list[random(list.length)];

const DAY0 = { false: -25569, true: -24107 }; // of 1900 and of 1904, in days from 1970
const TEXTS = ["Été à l’école", "a,b;c", "dit \"oui\"", "deux\nlignes", "trois\n\nlignes", "007", "1/2", "=1+1", "-x",
               "'cité", "  blancs  ", "<b>&amp;", "_x0041_ et _a", "🙂 東京", "12,5 %", "2026-03-31", "x".repeat(32767),
               "tab\tici", "+33 1", "@nom", "VRAI", "Œuvre d’art n° 1", "e\u0301te\u0301", "#hashtag", "0x1F", "1E5"];
const NUMBERS = [0, 1, -1, 42, 1234567, 0.1, -12.5, 0.30000000000000004, 1.234, 1e-7, 123456789012345, 2.5e12, 1 / 3, -0.005];
const MONEY = ["# ##0.00 \"$\"", "\"$\"#,##0.00", "#,##0.00\\ [$$-C0C];[Red]\\-#,##0.00\\ [$$-C0C]",
               "_-* #,##0.00\\ \"$\"_-;\\-* #,##0.00\\ \"$\"_-;_-* \"-\"??\\ \"$\"_-;_-@_-", "#,##0\\ \"$\"", "[$€-2] #,##0.00"];
const DATES = ["yyyy-mm-dd", "dd/mm/yyyy", "d mmmm yyyy", "[$-C0C]d mmm yyyy;@", "mmm-yy", "dddd d mmmm"];
const MOMENTS = ["yyyy-mm-dd hh:mm:ss", "dd/mm/yyyy h:mm", "d/m/yy h:mm AM/PM"];
const TIMES = ["hh:mm:ss", "h:mm", "h:mm AM/PM", "h\" h \"mm"];
const LONG = ["[h]:mm:ss", "[hh]:mm", "[h]:mm;@"];
const PLAIN = [undefined, "0", "0.00", "#,##0.00_);[Red](#,##0.00)", "0.00E+00", "# ?/?", "General\" jours\"",
               "[>=100]0\" heures\";0.0\" h\"", "[Red]0.00;[Blue]-0.00;\"nul\"", "@"];

// A cell: what it is, the number or text that is written, its format.
const KINDS = {
    text: () => ({ is: ["text", one(TEXTS)] }),
    rich: () => { const parts = [one(TEXTS.slice(0, 5)), " ", one(TEXTS.slice(4, 12))]; return { is: ["text", parts.join("")], parts }; },
    number: () => { const v = one(NUMBERS); return { is: ["number", v], v, z: one(PLAIN) }; },
    percent: () => { const v = one([0, 0.35, 1, 0.455, -0.125, 1.5, 1 / 3]); return { is: ["percent", v], v, z: one(["0%", "0.0%", "0.00\\ %"]) }; },
    money: () => { const v = one([0, 2250, 12.5, -80.05, 1234567.89, 0.1]); return { is: ["money", v], v, z: one(MONEY) }; },
    date: (epoch) => { const d = random(45000) - 20000; return { is: ["date", d], v: d - epoch, z: one(DATES) }; },
    moment: (epoch) => { const d = random(40000) - 15000 + random(1440) / 1440; return { is: ["date", d], v: d - epoch, z: one(MOMENTS) }; },
    time: () => { const s = random(86400); return { is: ["time", s], v: s / 86400, z: one(TIMES) }; },
    duration: () => { const s = random(1000) * 900; return { is: ["time", s], v: s / 86400, z: one(LONG) }; },
    bool: () => { const v = random(2) === 1; return { is: ["bool", v], v }; },
    error: () => one([{ is: ["error", "#DIV/0!"], error: "#DIV/0!", f: "1/0" }, { is: ["error", "#N/A"], error: "#N/A", f: "NA()" }]),
    formula: () => one([{ is: ["number", 3], f: "1+2", v: 3 }, { is: ["text", "ab"], f: "\"a\"&\"b\"", v: "ab" }, { is: ["bool", true], f: "1=1", v: true },
                        { is: ["percent", 0.5], f: "1/2", v: 0.5, z: "0%" }, { is: ["money", 4.5], f: "9/2", v: 4.5, z: MONEY[0] },
                        { is: ["time", 45000], f: "0.5208333333333334", v: 45000 / 86400, z: "h:mm" }]),
    link: () => ({ is: ["text", "Le site"], link: "https://exemple.org/?a=1&b=2" }),
    none: () => null,
};

function table(epoch) {
    const wide = 3 + random(8), rows = [];
    for (let i = 0; i < 4 + random(25); i++) {
        const row = [{ is: ["text", `A${i + 1}`] }, { is: ["text", one(TEXTS.slice(0, 4))] }];
        for (let c = 0; c < wide; c++)
            row.push(KINDS[one(Object.keys(KINDS))](epoch));
        rows.push(row);
    }
    rows.unshift(["id", "quoi", ...rows[0].slice(2).map((_, c) => `k${c + 1}`)].map((t) => ({ is: ["text", t] })));
    const t = { rows, merges: [], hiddenRows: [], hiddenColumns: [], top: one([1, 1, 2, 7]), left: one([1, 1, 2, 5]) };
    for (let c = 2; c < rows[0].length; c++) {
        if (rows.length > 6 && random(3) === 0) { // an area of one column, of a text
            const first = 1 + random(rows.length - 4), last = first + 1 + random(3);
            rows[first][c] = { is: ["text", "pour tous"] };
            for (let r = first + 1; r <= last; r++)
                rows[r][c] = { is: ["under", "pour tous"] };
            t.merges.push([first, last, c]);
        }
        if (random(4) === 0)
            t.hiddenColumns.push(c);
    }
    for (let r = 1; r < rows.length; r++)
        if (random(8) === 0)
            t.hiddenRows.push(r);
    return t;
}

function excelValue(c) {
    if (c.parts)
        return { richText: c.parts.map((text, i) => ({ text, font: { bold: i % 2 === 1 } })) };
    if (c.error)
        return c.f && random(2) ? { formula: c.f, result: { error: c.error } } : { error: c.error };
    if (c.f)
        return { formula: c.f, result: c.v };
    if (c.link)
        return { text: c.is[1], hyperlink: c.link };
    return c.v === undefined ? c.is[1] : c.v;
}

// A stream of ExcelJS does not say that days count from 1904, and takes all rich texts that it shares for one.
async function excel(name, sheets, from1904) {
    const rich = sheets.some(({ t }) => t.rows.flat().some((c) => c && c.parts));
    const streamed = !from1904 && random(2) === 1;
    const book = streamed ? new Excel.stream.xlsx.WorkbookWriter({ filename: name, useStyles: true, useSharedStrings: !rich })
                          : new Excel.Workbook();
    book.properties = { ...book.properties, date1904: from1904 };
    for (const { title, hidden, t } of sheets) {
        const sheet = book.addWorksheet(title, { state: hidden ? one(["hidden", "veryHidden"]) : "visible" });
        for (const c of t.hiddenColumns)
            sheet.getColumn(t.left + c).hidden = true;
        for (const [first, last, c] of t.merges)
            sheet.mergeCells(t.top + first, t.left + c, t.top + last, t.left + c);
        t.rows.forEach((cells, r) => {
            const row = sheet.getRow(t.top + r);
            cells.forEach((c, i) => {
                if (!c || c.is[0] === "under")
                    return;
                const cell = row.getCell(t.left + i);
                cell.value = excelValue(c);
                if (c.z)
                    cell.numFmt = c.z;
            });
            row.hidden = t.hiddenRows.includes(r);
            if (streamed)
                row.commit();
        });
        if (!streamed && t.rows.length && random(2))
            sheet.autoFilter = { from: { row: t.top, column: t.left }, to: { row: t.top + t.rows.length - 1, column: t.left + 1 } };
        if (streamed)
            sheet.commit();
    }
    await (streamed ? book.commit() : book.xlsx.writeFile(name));
}

const ERRORS = { "#DIV/0!": 0x07, "#N/A": 0x2A };

function sheetsCell(c) {
    const kind = { string: "s", number: "n", boolean: "b" };
    if (c.error)
        return { t: "e", v: ERRORS[c.error], w: c.error };
    const v = c.v === undefined ? c.is[1] : c.v;
    const cell = { t: kind[typeof v], v };
    if (c.f)
        cell.f = c.f;
    if (c.z)
        cell.z = c.z;
    if (c.link)
        cell.l = { Target: c.link };
    return cell;
}

function sheetjs(name, sheets, from1904) {
    const book = Sheets.utils.book_new();
    for (const { title, t } of sheets) {
        const sheet = {};
        const at = (r, c) => Sheets.utils.encode_cell({ r: t.top - 1 + r, c: t.left - 1 + c });
        t.rows.forEach((cells, r) => cells.forEach((c, i) => {
            if (c && c.is[0] !== "under")
                sheet[at(r, i)] = sheetsCell(c);
        }));
        sheet["!ref"] = `A1:${at(t.rows.length - 1, t.rows[0].length - 1)}`;
        sheet["!merges"] = t.merges.map(([first, last, c]) => ({ s: { r: t.top - 1 + first, c: t.left - 1 + c }, e: { r: t.top - 1 + last, c: t.left - 1 + c } }));
        sheet["!rows"] = [];
        t.hiddenRows.forEach((r) => { sheet["!rows"][t.top - 1 + r] = { hidden: true }; });
        sheet["!cols"] = [];
        t.hiddenColumns.forEach((c) => { sheet["!cols"][t.left - 1 + c] = { hidden: true }; });
        Sheets.utils.book_append_sheet(book, sheet, title);
    }
    book.Workbook = { WBProps: { date1904: from1904 }, Sheets: sheets.map((s) => ({ name: s.title, Hidden: s.hidden ? 1 + random(2) : 0 })) };
    Sheets.writeFile(book, name, { bookSST: random(2) === 1, compression: random(2) === 1 });
}

// SheetJS leaves formats and errors out of .ods: a number is one there, whatever it meant.
function ofOds(is, c) {
    return is[0] === "error" ? null : c.v !== undefined && typeof c.v === "number" ? ["number", c.v] : is;
}

(async () => {
    const expected = [];
    for (let i = 0; i < books; i++) {
        const from1904 = random(3) === 0, epoch = DAY0[from1904];
        const titles = ["Données", "L’été & co", "Feuil1", "a b-c"].slice(0, 1 + random(4));
        const sheets = titles.map((title, n) => ({ title, hidden: n > 0 && random(3) === 0, t: table(epoch) }));
        const writer = one(["excel", "excel", "sheetjs", "ods"]);
        const name = `${writer}-${i}.${writer === "ods" ? "ods" : "xlsx"}`;
        if (writer === "excel")
            await excel(name, sheets, from1904);
        else
            sheetjs(name, sheets, from1904 && writer !== "ods");
        for (const s of sheets)
            expected.push({ file: name, sheet: s.title, top: s.t.top, left: s.t.left, rows: s.t.rows.map((cells) => cells.map(
                (c) => (!c ? null : writer === "ods" && c.is[0] !== "under" ? ofOds(c.is, c) : c.is))) });
    }
    fs.writeFileSync("attendu.json", JSON.stringify(expected));
})();
