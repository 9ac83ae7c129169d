import { Link, useLocation } from "@tanstack/react-router";
import { useText } from "../language/language.js";
import { useSessionState } from "../session/use-session.js";
import styles from "./live-banner.module.css";

const texts = {
  ended: {
    id: "Masa masuk Anda sudah habis; halaman ini kini seperti yang dilihat pengunjung.",
    en: "Your sign-in has ended; this page is now as visitors see it.",
  },
  again: { id: "Masuk kembali", en: "Sign in again" },
};

/** Says that the person's sign-in is over, and leads back in. */
export function EndedBanner() {
  const t = useText();
  const { ended } = useSessionState();
  const { href, pathname } = useLocation();
  if (!ended || pathname === "/welcome") return null;
  return (
    <p role="alert" className={styles.banner}>
      {t(texts.ended)}{" "}
      <Link to="/welcome" search={{ to: href }}>
        {t(texts.again)}
      </Link>
    </p>
  );
}
