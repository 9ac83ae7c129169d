import { useText } from "../../../language/language.js";
import { FaultNote } from "../../../parts/fault-note.js";
import { useAtWork } from "../at-work.js";
import styles from "./saving-note.module.css";

const texts = {
  opening: {
    id: "Memeriksa jawaban di perangkat ini…",
    en: "Looking at the answers on this device…",
  },
  saved: { id: "Semua jawaban tersimpan", en: "All answers are saved" },
  sending: { id: "Menyimpan…", en: "Saving…" },
  kept: {
    id: "{count, plural, other {# jawaban tersimpan di perangkat ini}}; dikirim begitu tersambung",
    en: "{count, plural, one {# answer is} other {# answers are}} kept on this device, and sent once the line is back",
  },
  unkept: {
    id: "{count, plural, other {# jawaban belum terkirim}}; peramban ini tidak menyimpannya, biarkan halaman ini terbuka",
    en: "{count, plural, one {# answer is} other {# answers are}} not sent; this browser keeps none, so leave this page open",
  },
  waiting: {
    id: "{count, plural, other {# jawaban belum dikirim}}",
    en: "{count, plural, one {# answer is} other {# answers are}} not sent yet",
  },
  conflicts: {
    id: "{count, plural, other {# jawaban bertemu jawaban orang lain: pilih yang berlaku}}",
    en: "{count, plural, one {# answer has} other {# answers have}} met another's: choose which holds",
  },
  refused: {
    id: "{count, plural, other {# jawaban belum tersimpan: lihat sebabnya pada pertanyaannya}}",
    en: "{count, plural, one {# answer is} other {# answers are}} not saved: see why at the question",
  },
};

/** Whether all answers are at the hub, on their way, on this device, or refused; said as it changes. */
export function SavingNote() {
  const t = useText();
  const { saving, sync } = useAtWork();
  const { drafts, conflicts, refusals, sending, fault, isDurable, isOpen } = saving;
  const all = [...drafts.values()];
  const refused = all.filter(({ id, content }) => refusals.has(id) || content?.raw !== undefined);
  const state = () => {
    if (conflicts.size > 0) return ["conflict", t(texts.conflicts, { count: conflicts.size })];
    if (refused.length > 0) return ["refused", t(texts.refused, { count: refused.length })];
    if (!isOpen) return ["opening", t(texts.opening)];
    if (drafts.size === 0) return ["saved", t(texts.saved)];
    if (!isDurable) return ["kept", t(texts.unkept, { count: drafts.size })];
    if (fault) return ["kept", t(texts.kept, { count: drafts.size })];
    return sending
      ? ["sending", t(texts.sending)]
      : ["waiting", t(texts.waiting, { count: drafts.size })];
  };
  const [name, words] = state();
  return (
    <div className={`stack no-print ${styles.note}`}>
      <p role="status" data-saving={name}>
        {words}
      </p>
      {fault && fault.code !== "OFFLINE" ? (
        <FaultNote fault={fault} again={() => void sync.flush()} />
      ) : null}
    </div>
  );
}
