import { useState } from "react";
import { useText } from "../language/language.js";
import { useSession, useSessionState } from "../session/use-session.js";

const texts = {
  signOut: { id: "Keluar", en: "Sign out" },
  unsent: {
    id: "{count, plural, other {# jawaban asesmen belum sampai ke hub}}; bila Anda keluar, jawaban itu dihapus dari perangkat ini.",
    en: "{count, plural, one {# answer of an assessment has} other {# answers of assessments have}} not reached the hub; signing out removes them from this device.",
  },
  anyway: { id: "Keluar dan hapus", en: "Sign out and remove" },
};

/** What the browser keeps of people; loaded as it is needed, like the pages that keep it. */
const keptThings = () => import("../pages/assessments/saving/device.js");

/** Signs the person out, and removes what this browser keeps of them; asks first where that loses answers. */
export function SignOut() {
  const t = useText();
  const session = useSession();
  const { email } = useSessionState();
  const [unsent, setUnsent] = useState(0);
  const forget = async (person: string): Promise<number> => {
    const { forget: remove, unsentOf } = await keptThings();
    const count = unsent > 0 ? 0 : await unsentOf(person);
    if (count === 0) await remove(person);
    return count;
  };
  const leave = async () => {
    // A browser that keeps nothing has nothing to remove.
    const count = email === null ? 0 : await forget(email).catch(() => 0);
    setUnsent(count);
    if (count === 0) await session.signOut();
  };
  return (
    <div className="stack">
      {unsent > 0 ? <p role="alert">{t(texts.unsent, { count: unsent })}</p> : null}
      <button type="button" className="button" onClick={() => void leave()}>
        {t(unsent > 0 ? texts.anyway : texts.signOut)}
      </button>
    </div>
  );
}
