import pg from "pg";
import { benchConfig } from "../bench-database.js";
import { work } from "../processes.js";
import { reportBySql } from "./report-by-sql.js";
import { type WriteJob, type WriteResult, writeInTurns } from "./writing.js";

// Writers by hand-written SQL on the database at `url`, with a pool of the hub's size.

work<WriteJob, WriteResult>(async (job) => {
  const max = benchConfig(job.url).databasePoolSize;
  const pool = new pg.Pool({ connectionString: job.url, max, pipeline: true });
  try {
    return await writeInTurns(job, async (target) => {
      const client = await pool.connect();
      try {
        await reportBySql(client, target);
        return target.version + 1;
      } finally {
        client.release();
      }
    });
  } finally {
    await pool.end();
  }
});
