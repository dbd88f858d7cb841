// What DuckDB takes to count by two columns, its own start taken out: duckdb.mjs FILE THREADS COLUMN COLUMN.
// Prints elapsed and processor seconds. It checks nothing and says nothing of what it could not read.
import { createRequire } from "node:module";
import { join } from "node:path";

const { DuckDBInstance } = createRequire(join(process.env.AET_MODULES, "/"))("@duckdb/node-api");
const [file, threads, first, second] = process.argv.slice(2);
const reader = file.endsWith(".csv")
  ? `read_csv('${file}', header = true)`
  : `read_json('${file}', format = '${file.endsWith(".json") ? "array" : "newline_delimited"}')`;
const connection = await (await DuckDBInstance.create(":memory:", { threads })).connect();
await connection.runAndReadAll("select 1");

const before = process.cpuUsage();
const begin = process.hrtime.bigint();
const result = await connection.runAndReadAll(
  `select ${first}, ${second}, count(*) from ${reader} group by 1, 2`,
);
if (result.getRows().length === 0) throw new Error("no rows");
const used = process.cpuUsage(before);
console.log(Number(process.hrtime.bigint() - begin) / 1e9, (used.user + used.system) / 1e6);
