/** What a typed number is: its value, or why it is none. */
export type TypedNumber =
  | { value: string; wrong?: never }
  | { value?: never; wrong: "FORM" | "TWO_WAYS" };

/**
 * Reads a number with a point or a comma before its decimals. `12.500` can be read in two ways and is
 * refused, as in the hub's tables (ADR 0043).
 */
export function typedNumber(text: string): TypedNumber {
  const trimmed = text.trim().replace(/\s*%$/, "");
  if (!/^[+-]?\d+(?:[.,]\d+)?$/.test(trimmed)) return { wrong: "FORM" };
  if (/^[+-]?[1-9]\d{0,2}[.,]\d{3}$/.test(trimmed)) return { wrong: "TWO_WAYS" };
  return { value: trimmed.replace(",", ".") };
}

/** Reads whole rupiah; points or blanks between thousands are left out. */
export function typedMoney(text: string): TypedNumber {
  const trimmed = text.trim().replace(/^Rp\.?\s*/i, "");
  if (/^\d+$/.test(trimmed)) return { value: trimmed };
  if (/^\d{1,3}(?:[. \u00a0]\d{3})+$/.test(trimmed)) return { value: trimmed.replace(/\D/g, "") };
  return { wrong: "FORM" };
}
