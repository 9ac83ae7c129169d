import { CopyButton } from "./copy-button.js";
import styles from "./shown-once.module.css";

/** A secret, the only time that it is shown. */
export function ShownOnce({
  secret,
  label,
  about,
}: {
  /** Null where it was shown before. */
  secret: string | null;
  label: string;
  about: string;
}) {
  if (!secret) return null;
  return (
    <div role="status" className={styles.secret}>
      <p>{about}</p>
      <p className="row">
        <code>{secret}</code>
        <CopyButton text={secret} label={label} />
      </p>
    </div>
  );
}
