import type { Language, Text } from "../../../platform/errors.js";
import { joinedTexts } from "../../../platform/tables/index.js";
import { textIn } from "../../common/index.js";
import { QuestionKind } from "../enums.js";
import type { Question, QuestionOption } from "../instruments/instrument-parts.js";

// The texts of a workbook in both languages.

/** The columns of a section's sheet, by their headers. */
export const columns = {
  key: { en: "Key", id: "Kunci" },
  question: { en: "Question", id: "Pertanyaan" },
  how: { en: "How to answer", id: "Cara menjawab" },
  answer: { en: "Answer", id: "Jawaban" },
  note: { en: "Remark", id: "Catatan" },
  fault: { en: "What is wrong", id: "Yang salah" },
} satisfies Record<string, Text>;

/** The separator between several options of one answer. */
export const optionSeparator = ";";

/** The words for yes and no in a list. */
export const yesNo: Record<Language, readonly [yes: string, no: string]> = {
  en: ["Yes", "No"],
  id: ["Ya", "Tidak"],
};

/** The name of an option in a list: its text, or its key if two options have the same text. */
export function optionName(
  options: readonly QuestionOption[],
  option: QuestionOption,
  language: Language,
): string {
  const text = textIn(option.text, language);
  const same = options.filter((other) => textIn(other.text, language) === text);
  return same.length > 1 ? option.key : text;
}

/** The name of an option among several: its key also if its text contains the separator. */
export function listedName(
  options: readonly QuestionOption[],
  option: QuestionOption,
  language: Language,
): string {
  const name = optionName(options, option, language);
  return name.includes(optionSeparator) ? option.key : name;
}

/** The names of all options of a question. */
const listed = (options: readonly QuestionOption[], language: Language): string =>
  joinedTexts(options.map((option) => listedName(options, option, language)));

function range({ minimum, maximum }: Question): Text {
  if (minimum !== null && maximum !== null) {
    return { en: `from ${minimum} to ${maximum}`, id: `dari ${minimum} sampai ${maximum}` };
  }
  if (minimum !== null) return { en: `${minimum} or more`, id: `${minimum} atau lebih` };
  if (maximum !== null) return { en: `${maximum} or less`, id: `${maximum} atau kurang` };
  return { en: "", id: "" };
}

const joined = (first: Text, second: Text): Text => ({
  en: [first.en, second.en].filter(Boolean).join(" "),
  id: [first.id, second.id].filter(Boolean).join(" "),
});

/** The expected answer to a question, in a few words. */
export function expectedAnswer(question: Question): Text {
  switch (question.kind) {
    case QuestionKind.SCALE:
      return joined({ en: "A whole number", id: "Bilangan bulat" }, range(question));
    case QuestionKind.NUMBER:
      return joined({ en: "A number", id: "Angka" }, range(question));
    case QuestionKind.PERCENT:
      return joined({ en: "A percentage", id: "Persentase" }, range(question));
    case QuestionKind.MONEY:
      return joined({ en: "Whole rupiah", id: "Rupiah bulat" }, range(question));
    case QuestionKind.CHOICE:
      return { en: "One of the list", id: "Salah satu dari daftar" };
    case QuestionKind.MULTI_CHOICE:
      return {
        en: `Any of these, with ${optionSeparator} between them: ${listed(question.options, "en")}`,
        id: `Boleh beberapa, dipisahkan ${optionSeparator}: ${listed(question.options, "id")}`,
      };
    case QuestionKind.BOOLEAN:
      return { en: "Yes or No", id: "Ya atau Tidak" };
    case QuestionKind.TEXT:
      return { en: "Words", id: "Uraian" };
  }
}
