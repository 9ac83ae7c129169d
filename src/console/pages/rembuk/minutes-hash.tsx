import { useState } from "react";
import { type Text, useText } from "../../language/language.js";
import { Badge } from "../../parts/badge.js";

const texts = {
  check: { id: "Periksa keaslian", en: "Check the hash" },
  holds: { id: "Asli: sidik jari SHA-256 cocok", en: "Genuine: the SHA-256 matches" },
  broken: {
    id: "Tidak cocok: naskah ini bukan yang dibekukan",
    en: "No match: this is not the text that was frozen",
  },
  cannot: {
    id: "Peramban ini tidak dapat menghitungnya tanpa https. Bandingkan sendiri dengan sha256sum.",
    en: "This browser cannot compute it without https. Compare it with sha256sum.",
  },
} satisfies Record<string, Text>;

/** The SHA-256 of a text, as hexadecimal digits. */
async function sha256Of(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Computes the hash of the minutes' text in the browser, and compares it with the one that was frozen. */
export function MinutesHash({ text, sha256 }: { text: string; sha256: string }) {
  const t = useText();
  const [result, setResult] = useState<"holds" | "broken" | "cannot">();
  const check = async () => {
    if (!crypto.subtle) return setResult("cannot");
    setResult((await sha256Of(text)) === sha256 ? "holds" : "broken");
  };
  return (
    <div className="row">
      <button type="button" className="button no-print" onClick={() => void check()}>
        {t(texts.check)}
      </button>
      <span role="status">
        {result ? (
          <Badge tone={result === "holds" ? "good" : "bad"}>{t(texts[result])}</Badge>
        ) : null}
      </span>
    </div>
  );
}
