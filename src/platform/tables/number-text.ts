import type { Text } from "../errors.js";

// Numbers in cells. Indonesia writes 12.500,5 where English writes 12,500.5, so that `12.500` can mean
// twelve and a half or twelve thousand five hundred. A reader that takes one of them stores a figure that
// is a thousand times wrong, and nobody sees it (ADR 0043).

/** The form of a table's numbers: `ID` as 12.500,5 and `EN` as 12,500.5. */
export const numberForms = ["ID", "EN"] as const;
export type NumberForm = (typeof numberForms)[number];

/** A number as plain digits with a point before its decimals, as `-12500.5`; or the fault of its text. */
export type ReadNumber = { number: string; fault?: never } | NumberFault;

/** The fault of a text; `wantsForm` is true if it is a number as soon as the table says its form. */
export interface NumberFault {
  number?: never;
  fault: Text;
  wantsForm?: boolean;
}

interface Signs {
  thousands: "." | ",";
  decimal: "." | ",";
}
const signsOf: Readonly<Record<NumberForm, Signs>> = {
  ID: { thousands: ".", decimal: "," },
  EN: { thousands: ",", decimal: "." },
};

/** A number with all its digits and without an exponent. */
export function plainNumber(value: number): string {
  const text = String(value);
  const [, sign = "", whole = "", part = "", power = ""] =
    /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text) ?? [];
  if (power === "") return text;
  const digits = whole + part;
  const point = Number(power) + 1;
  return point <= 0 ? `${sign}0.${"0".repeat(-point)}${digits}` : sign + digits.padEnd(point, "0");
}

/** True if the hub keeps every digit before the point: numbers have some sixteen. */
export function keepsDigits(number: string): boolean {
  const value = Number(number);
  if (Number.isSafeInteger(Math.trunc(value)) || !Number.isFinite(value)) return true;
  const [whole = ""] = number.split(".");
  return BigInt(whole) === BigInt(plainNumber(value));
}

/** The fault of a number whose last digits would be lost. */
export const losesDigits: Text = {
  en: "has more digits than the hub keeps: write it with 15 at most",
  id: "mempunyai lebih banyak digit daripada yang disimpan hub: tulis paling banyak 15 digit",
};

/** As many digits as the largest and the smallest number have; rules of values bound them further. */
const digits = /^-?\d{1,400}$/;
const oneSign = /^-?\d{1,400}[.,]\d{1,400}$/;
/** One to three digits, a sign and three digits: decimals, or thousands. */
const twoReadings = /^-?[1-9]\d{0,2}[.,]\d{3}$/;
const patternOf = ({ thousands, decimal }: Signs): RegExp =>
  new RegExp(
    `^-?(?:\\d{1,400}|[1-9]\\d{0,2}(?:\\${thousands}\\d{3}){1,130})(?:\\${decimal}\\d{1,400})?$`,
  );
const patterns = { ID: patternOf(signsOf.ID), EN: patternOf(signsOf.EN) };

/** True if a text of digits and one sign can be read as a decimal number and as thousands. */
export const hasTwoReadings = (text: string): boolean => twoReadings.test(text);

/** A decimal number as a text that has one reading: `1.234` becomes `1.2340`, as thousands come by three. */
export const withOneReading = (number: string): string =>
  hasTwoReadings(number) ? `${number}0` : number;

const plain = (text: string, { thousands, decimal }: Signs): string =>
  text.replaceAll(thousands, "").replace(decimal, ".");

const asDecimal = (text: string): string => text.replace(",", ".");
const shortened = (number: string): string => number.replace(/\.?0+$/, "");

function twoReadingsFault(text: string): NumberFault {
  const whole = text.replace(/[.,]/, "");
  const decimal = withOneReading(shortened(asDecimal(text)));
  const fault = {
    en: `can be read as ${whole} or as ${decimal}: write one of them in this form`,
    id: `dapat dibaca ${whole} atau ${decimal.replace(".", ",")}: tulis salah satunya dalam bentuk itu`,
  };
  return { fault, wantsForm: true };
}

function groupedFault(read: string): NumberFault {
  // Columns of whole numbers take no decimals, not even zeros.
  const number = read.replace(/\.0+$/, "");
  const fault = {
    en: `must be without separators of thousands, as ${number}`,
    id: `harus tanpa pemisah ribuan, seperti ${number}`,
  };
  return { fault, wantsForm: true };
}

/** The fault of a number that a table's form of numbers would explain. */
export const withForms = ({ en, id }: Text): Text => ({
  en: `${en}; or say how the table writes numbers (numbers=ID or numbers=EN)`,
  id: `${id}; atau sebutkan cara tabel menulis angka (numbers=ID atau numbers=EN)`,
});

const noNumber: Text = {
  en: "must be a number as 6.61, without separators of thousands, a unit or a sign of per cent",
  id: "harus berupa angka seperti 6,61, tanpa pemisah ribuan, satuan, atau tanda persen",
};
const notInForm: Readonly<Record<NumberForm, Text>> = {
  ID: {
    en: "must be a number as 12.500,5, without a unit or a sign of per cent, as the table says numbers=ID",
    id: "harus berupa angka seperti 12.500,5, tanpa satuan atau tanda persen, sesuai numbers=ID",
  },
  EN: {
    en: "must be a number as 12,500.5, without a unit or a sign of per cent, as the table says numbers=EN",
    id: "harus berupa angka seperti 12,500.5, tanpa satuan atau tanda persen, sesuai numbers=EN",
  },
};
const notWhole: Text = {
  en: "must be a whole number, in digits only",
  id: "harus bilangan bulat, angka saja",
};

/**
 * Reads a number. Without a form it takes digits with one point or comma before decimals, and refuses what
 * could be read in two ways. With a form it takes separators of thousands too, at their places only.
 */
export function readNumber(text: string, form?: NumberForm | null): ReadNumber {
  if (form) {
    if (patterns[form].test(text)) return { number: plain(text, signsOf[form]) };
    return { fault: notInForm[form] };
  }
  if (digits.test(text)) return { number: text };
  if (hasTwoReadings(text)) return twoReadingsFault(text);
  if (oneSign.test(text)) return { number: asDecimal(text) };
  const written = numberForms.find((one) => patterns[one].test(text));
  return written ? groupedFault(plain(text, signsOf[written])) : { fault: noNumber };
}

/** Reads a whole number: digits only, and with a form its separators of thousands. */
export function readWhole(text: string, form?: NumberForm | null): ReadNumber {
  const read = readNumber(text, form);
  if (read.fault) return read;
  const isWhole = form ? !read.number.includes(".") : digits.test(text);
  return isWhole ? read : { fault: notWhole };
}
