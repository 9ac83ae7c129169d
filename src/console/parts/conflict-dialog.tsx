import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { LastChangeDocument } from "../generated/graphql.js";
import { useAnswer } from "../graph/hooks.js";
import { useText } from "../language/language.js";
import styles from "./conflict-dialog.module.css";
import dialogStyles from "./modal-dialog.module.css";
import { Moment } from "./moment.js";

const texts = {
  title: { id: "Sudah diubah orang lain", en: "Changed by somebody else" },
  about: {
    id: "“{title}” berubah sesudah Anda melihatnya. Pilih nilai yang berlaku.",
    en: "“{title}” changed after you saw it. Choose the value that holds.",
  },
  field: { id: "Isian", en: "Field" },
  mine: { id: "Nilai Anda", en: "Yours" },
  theirs: { id: "Nilai sekarang", en: "Now" },
  by: { id: "Perubahan terakhir: {who}", en: "Last changed by {who}" },
  hub: { id: "hub", en: "the hub" },
  keepTheirs: { id: "Biarkan nilai sekarang", en: "Keep what is there now" },
  keepMine: { id: "Pakai nilai saya", en: "Use mine" },
};

/** A field of which two people want different values. */
export interface ClashRow {
  name: string;
  mine: string;
  theirs: string;
}

function Values({ rows }: { rows: readonly ClashRow[] }) {
  const t = useText();
  return (
    <table className={styles.values}>
      <thead>
        <tr>
          <th scope="col">{t(texts.field)}</th>
          <th scope="col">{t(texts.mine)}</th>
          <th scope="col">{t(texts.theirs)}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, mine, theirs }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{mine || "–"}</td>
            <td>{theirs || "–"}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Who changed something last, and when. */
export function ChangedBy({ id }: { id: string }) {
  const t = useText();
  const { data } = useAnswer(LastChangeDocument, { id });
  const change = data?.changes.nodes[0];
  if (!change) return null;
  const who = [change.user?.name, change.organisation?.name].filter(Boolean).join(", ");
  return (
    <p className="soft">
      {t(texts.by, { who: who || t(texts.hub) })} · <Moment at={change.at} exact />
    </p>
  );
}

/**
 * A write that met another's: shows both values of each field, who changed it and when, and lets one choose.
 */
export function ConflictDialog({
  id,
  title,
  rows,
  keepTheirs,
  keepMine,
}: {
  /** What was changed. */
  id: string;
  title: string;
  rows: readonly ClashRow[];
  keepTheirs: () => void;
  keepMine: () => void;
}) {
  const t = useText();
  return (
    <ModalOverlay
      isOpen
      className={dialogStyles.overlay ?? ""}
      onOpenChange={(open) => (open ? undefined : keepTheirs())}
    >
      <Modal className={dialogStyles.modal ?? ""}>
        <Dialog role="alertdialog" className={dialogStyles.dialog ?? ""}>
          <Heading slot="title" level={2}>
            {t(texts.title)}
          </Heading>
          <p>{t(texts.about, { title })}</p>
          <ChangedBy id={id} />
          <Values rows={rows} />
          <div className="row">
            <button type="button" className="button" onClick={keepTheirs}>
              {t(texts.keepTheirs)}
            </button>
            <button type="button" className="button main" onClick={keepMine}>
              {t(texts.keepMine)}
            </button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
