import type { Fault } from "../graph/faults.js";
import { useText } from "../language/language.js";
import styles from "./fault-note.module.css";

const texts = {
  OFFLINE: {
    id: "Hub belum dapat dihubungi. Periksa sambungan Anda lalu coba lagi.",
    en: "The hub cannot be reached. Check your connection and try again.",
  },
  RATE_LIMITED: {
    id: "Terlalu banyak permintaan. Coba lagi dalam {seconds} detik.",
    en: "Too many requests. Try again in {seconds} seconds.",
  },
  CONFLICT: {
    id: "Orang lain sudah mengubahnya lebih dahulu.",
    en: "Somebody else has changed it first.",
  },
  again: { id: "Coba lagi", en: "Try again" },
};

/** A fault in words: the hub's own message, which is in the reader's language already. */
export function FaultNote({ fault, again }: { fault: Fault | undefined; again?: () => void }) {
  const t = useText();
  if (!fault) return null;
  const { code, message, fields, retryAfter } = fault;
  const said =
    code === "OFFLINE"
      ? t(texts.OFFLINE)
      : code === "RATE_LIMITED"
        ? t(texts.RATE_LIMITED, { seconds: retryAfter ?? 60 })
        : message;
  return (
    <div role="alert" className={styles.fault} data-code={code}>
      {code === "CONFLICT" ? <strong>{t(texts.CONFLICT)}</strong> : null}
      <p>{said}</p>
      {fields.length > 0 ? (
        <ul>
          {fields.map(({ path, message: fault }) => (
            <li key={`${path} ${fault}`}>
              <code>{path}</code>: {fault}
            </li>
          ))}
        </ul>
      ) : null}
      {again ? (
        <button type="button" className="button" onClick={again}>
          {t(texts.again)}
        </button>
      ) : null}
    </div>
  );
}

/** The fault of a form, unless a field of the form says it; `at` has the paths of its fields. */
export function FormFault({ fault, at }: { fault: Fault | undefined; at: readonly string[] }) {
  const isAtField = fault?.fields.some(({ path }) => at.includes(path));
  return isAtField ? null : <FaultNote fault={fault} />;
}
