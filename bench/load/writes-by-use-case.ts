import "reflect-metadata";
import { type Viewer, visitor } from "../../src/access/index.js";
import { openStore } from "../../src/app/store.js";
import { progressMutations } from "../../src/domain/plans/index.js";
import { viewerByToken } from "../../src/domain/stakeholders/index.js";
import { Ledger } from "../../src/ledger/index.js";
import { benchConfig, benchLogger } from "../bench-database.js";
import { work } from "../processes.js";
import { nextProgress, type WriteJob, type WriteResult, writeInTurns } from "./writing.js";

// Writers that call the use case in this process, on the database at `url`: the work of the mutation
// without HTTP, GraphQL, the verification of the token and the read of the answer.

work<WriteJob, WriteResult>(async (job) => {
  const store = await openStore(benchConfig(job.url), benchLogger());
  try {
    const ledger = new Ledger(store.orm);
    const database = store.orm.em.getKysely() as never;
    const viewers = new Map<string, Viewer>();
    for (const { reporter: email } of job.targets.flat()) {
      const bearer = { email, operator: false, expiresAt: new Date("2999-01-01Z") };
      viewers.set(email, viewers.get(email) ?? (await viewerByToken(database, bearer)));
    }
    return await writeInTurns(job, async (target) => {
      const { action: actionId, version: expectedVersion } = target;
      const input = {
        actionId,
        expectedVersion,
        progress: nextProgress(target),
        note: "Synthetic",
      };
      const viewer = viewers.get(target.reporter) ?? visitor;
      await progressMutations.reportProgress.perform(ledger, viewer, input);
      return expectedVersion + 1;
    });
  } finally {
    await store.close();
  }
});
