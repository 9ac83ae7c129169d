import { useText } from "../../../language/language.js";
import { useAtWork } from "../at-work.js";
import styles from "./evidence.module.css";
import { EvidenceList } from "./evidence-list.js";
import { EvidenceUpload } from "./upload.js";

const texts = {
  title: {
    id: "Bukti{count, plural, =0 {} other { ({count})}}",
    en: "Evidence{count, plural, =0 {} other { ({count})}}",
  },
};

/** The evidence of one question, and its upload. */
export function QuestionEvidence({ question }: { question: string }) {
  const t = useText();
  const { assessment, rights } = useAtWork();
  const evidence = assessment.evidence.filter((one) => one.question === question);
  if (evidence.length === 0 && !rights.answers) return null;
  return (
    <details className={styles.details} open={!rights.answers}>
      <summary>{t(texts.title, { count: evidence.length })}</summary>
      <EvidenceList evidence={evidence} />
      {rights.answers ? <EvidenceUpload question={question} /> : null}
    </details>
  );
}
