import {
  type OperatorProgrammeFragment,
  OperatorUpdateProgrammeDocument,
} from "../../generated/graphql.js";
import { useChange } from "../../graph/hooks.js";
import { useLanguage, useText } from "../../language/language.js";
import { useMemberName } from "../../language/members.js";
import { FormFault } from "../../parts/fault-note.js";
import { ModalDialog } from "../../parts/modal-dialog.js";
import { EditClash, useEdit } from "../../parts/use-edit.js";
import { ProgrammeFields, programmeTexts, shownPaths } from "./programme-fields.js";
import {
  listOf,
  type ProgrammePath,
  type ProgrammeValues,
  programmeInput,
  programmePaths,
  valuesIn,
  valuesOf,
} from "./programme-values.js";

const texts = {
  change: { id: "Ubah", en: "Change" },
  changeOf: { id: "Ubah program {title}", en: "Change the programme {title}" },
  save: { id: "Simpan", en: "Save" },
};

interface FormProps {
  programme: OperatorProgrammeFragment;
  close: () => void;
}

function useProgrammeEdit({ programme, close }: FormProps) {
  const t = useText();
  const language = useLanguage();
  const [update, isRunning] = useChange(OperatorUpdateProgrammeDocument);
  const { id, version } = programme;
  const first = valuesOf(programme);
  const labels = programmePaths.map((path) => [path, t(programmeTexts[path])]);
  const edit = useEdit<ProgrammeValues>({
    ...{ first, version, currentOf: valuesIn(first, language), done: close },
    labels: Object.fromEntries(labels) as Record<ProgrammePath, string>,
    run: (changed, expectedVersion) => {
      const fields = programmeInput(changed, { ...first, ...changed });
      return update({ input: { id, expectedVersion, ...fields } });
    },
  });
  return [edit, isRunning] as const;
}

function EditForm(props: FormProps) {
  const t = useText();
  const name = useMemberName();
  const { programme, close } = props;
  const [edit, isRunning] = useProgrammeEdit(props);
  const { values, setValues, fault, onSubmit } = edit.form;
  const shown = (path: ProgrammePath, value: string) => {
    if (path !== "sectors" && path !== "strategies") return value;
    const enumeration = path === "sectors" ? "Sector" : "PovertyStrategy";
    return listOf(value)
      .map((member) => name(enumeration, member))
      .join(", ");
  };
  return (
    <form onSubmit={onSubmit(() => edit.send())} className="stack">
      <ProgrammeFields values={values} change={setValues} fault={fault} />
      <FormFault fault={fault} at={shownPaths} />
      <button type="submit" className="button main" disabled={isRunning}>
        {t(texts.save)}
      </button>
      <EditClash edit={edit} id={programme.id} title={programme.title} shown={shown} done={close} />
    </form>
  );
}

/** The dialog in which a programme is changed. */
export function EditProgramme({ programme }: { programme: OperatorProgrammeFragment }) {
  const t = useText();
  const title = t(texts.changeOf, { title: programme.title });
  return (
    <ModalDialog label={t(texts.change)} named={title} title={title}>
      {(close) => <EditForm programme={programme} close={close} />}
    </ModalDialog>
  );
}
