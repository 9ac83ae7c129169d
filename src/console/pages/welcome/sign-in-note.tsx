import { useText } from "../../language/language.js";
import type { SignInFault } from "../../session/sign-in-fault.js";
import styles from "./welcome-page.module.css";

const texts = {
  ended: {
    id: "Masa masuk Anda sudah habis. Silakan masuk kembali.",
    en: "Your sign-in has ended. Please sign in again.",
  },
  cancelled: {
    id: "Anda belum masuk: proses masuk dibatalkan atau ditolak di penyedia identitas.",
    en: "You are not signed in: the sign-in was cancelled or refused at the identity provider.",
  },
  busy: {
    id: "Penyedia identitas sedang terganggu. Coba lagi beberapa saat lagi.",
    en: "The identity provider has a problem at the moment. Try again in a little while.",
  },
  unreachable: {
    id: "Penyedia identitas tidak dapat dihubungi. Periksa sambungan Anda lalu coba lagi.",
    en: "The identity provider cannot be reached. Check your connection and try again.",
  },
  lost: {
    id: "Proses masuk ini sudah kedaluwarsa atau dimulai di tab lain. Silakan masuk sekali lagi.",
    en: "This sign-in is too old, or began in another tab. Please sign in once more.",
  },
  setup: {
    id: "Penyedia identitas tidak menerima permintaan konsol ini. Sampaikan pesan berikut kepada pengelola hub:",
    en: "The identity provider does not accept this console's request. Tell those who run the hub:",
  },
};

/** Why the person is not signed in: what failed at the provider, or that their time is over. */
export function SignInNote({ ended, fault }: { ended: boolean; fault: SignInFault | null }) {
  const t = useText();
  if (!fault) return ended ? <p role="alert">{t(texts.ended)}</p> : null;
  return (
    <div role="alert" className={styles.fault} data-kind={fault.kind}>
      <p>{t(texts[fault.kind])}</p>
      {fault.kind === "setup" ? <code>{fault.detail}</code> : null}
    </div>
  );
}
