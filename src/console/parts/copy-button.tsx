import { useState } from "react";
import { useText } from "../language/language.js";

const texts = { copy: { id: "Salin", en: "Copy" }, copied: { id: "Tersalin", en: "Copied" } };

/** A button that copies a text; `label` says which. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const t = useText();
  const [isCopied, setCopied] = useState(false);
  const copy = () => navigator.clipboard.writeText(text).then(() => setCopied(true));
  return (
    <button
      type="button"
      className="button"
      aria-label={`${t(texts.copy)}: ${label}`}
      onClick={() => void copy()}
    >
      <span aria-live="polite">{t(isCopied ? texts.copied : texts.copy)}</span>
    </button>
  );
}
