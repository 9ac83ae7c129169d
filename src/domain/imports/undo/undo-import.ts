import { InputType } from "type-graphql";
import { sql } from "../../../reading/index.js";
import { ChangeOf, changing, refused, TextField, useCases } from "../../common/index.js";
import { Import } from "../import.js";
import { mayUndoImport } from "../import-policy.js";
import { UndoRun } from "./undo-run.js";

@InputType({ description: "The undo of an import that was sent in error." })
export class UndoImportInput extends ChangeOf("The import.") {
  @TextField({ max: 2000, lines: "several", description: "The reason." })
  reason!: string;
}

const undone = {
  en: "This import was taken back already.",
  id: "Impor ini sudah dibatalkan.",
};

/** The mutations on imports. */
export const importMutations = useCases({
  undoImport: changing({
    of: Import,
    input: UndoImportInput,
    may: mayUndoImport,
    facts: ({ organisation }) => ({ organisation: organisation?.id }),
    // The run reads the import again at its end, so a second undo must wait before the version is compared.
    async lock({ em }, id) {
      await sql`select 1 from table_import where id = ${id} for update`.execute(em.getKysely());
    },
    description:
      "Takes a whole import back, or nothing of it: measurements are RETRACTED with the reason, groups, results and answers that it made are removed, and what it corrected gets its earlier values. Refused with INVALID_TRANSITION and the reason BUILT_ON while something stands on it. For the CONTRIBUTOR, COORDINATOR, ADMIN and ASSESSOR of the organisation that sent it; for a platform operator if no organisation did.",
    async run(imported, { reason }, work) {
      if (imported.undoneAt) {
        const [from, to] = ["UNDONE", "UNDONE"];
        throw refused({ from, to, reason: "UNDONE", text: undone, path: "input.id" });
      }
      const { id, organisation } = imported;
      await new UndoRun(work, organisation?.id, reason).run(id);
      // The run clears the unit of work after each batch.
      const again = await work.em.findOneOrFail(Import, { id });
      Object.assign(again, { undoneAt: new Date(), undoReason: reason });
    },
  }),
});
