import type { Text } from "../../platform/errors.js";

// Why a delivery failed, in words for the webhook's administrators. They never quote the receiver's answer:
// who may set an address must not read by it what lies there.

/** The receiver answered with another code than 200 to 299. */
export function answeredWith(statusCode: number): Text {
  if (statusCode >= 300 && statusCode < 400) {
    return {
      en: `The receiver answered ${statusCode}, a redirect, which the hub does not follow: give the final address.`,
      id: `Penerima menjawab ${statusCode}, pengalihan, yang tidak diikuti hub: berikan alamat akhirnya.`,
    };
  }
  return {
    en: `The receiver answered ${statusCode}; it must answer with a code from 200 to 299.`,
    id: `Penerima menjawab ${statusCode}; seharusnya kode 200 sampai 299.`,
  };
}

/** The change can no longer be sent again: it is hidden from the organisation now, or gone. */
export const noLongerSeen: Text = {
  en: "The organisation can no longer see this change.",
  id: "Lembaga tidak lagi dapat melihat perubahan ini.",
};

/** The change can no longer be sent again: the ledger has dropped it. */
export const noLongerHeld: Text = {
  en: "The ledger no longer holds this change.",
  id: "Buku perubahan tidak lagi menyimpan perubahan ini.",
};

/** The address, or what its name leads to, is not public. */
export const notPublic: Text = {
  en: "The address leads to a host that is not on the public internet; the operator allows such hosts in WEBHOOK_PRIVATE_HOSTS.",
  id: "Alamat ini mengarah ke host yang tidak berada di internet publik; operator mengizinkan host seperti itu di WEBHOOK_PRIVATE_HOSTS.",
};

/** The error of a connection to an address that the hub may not call. */
export class NotPublicError extends Error {
  constructor(readonly address: string) {
    super(`${address} is not a public address`);
    this.name = "NotPublicError";
  }
}

const words: Readonly<Record<string, Text>> = {
  ENOTFOUND: { en: "The host name is not known.", id: "Nama host tidak dikenal." },
  EAI_AGAIN: {
    en: "The host name could not be resolved.",
    id: "Nama host tidak dapat diselesaikan.",
  },
  ECONNREFUSED: {
    en: "The host refused the connection.",
    id: "Host menolak sambungan.",
  },
  ECONNRESET: {
    en: "The receiver closed the connection without an answer.",
    id: "Penerima menutup sambungan tanpa jawaban.",
  },
};

const isOfCertificate = (code: string): boolean =>
  /CERT|_TLS_|SSL|UNABLE_TO_|SELF_SIGNED|HOSTNAME_MISMATCH/.test(code);

/** What an error of a request says. */
export function failureOf(error: unknown, timeoutSeconds: number): Text {
  if (error instanceof NotPublicError) return notPublic;
  const { name, code = "" } = error as { name?: string; code?: string };
  if (name === "TimeoutError" || name === "AbortError" || code === "ETIMEDOUT") {
    return {
      en: `The receiver did not answer within ${timeoutSeconds} seconds.`,
      id: `Penerima tidak menjawab dalam ${timeoutSeconds} detik.`,
    };
  }
  if (isOfCertificate(code)) {
    return {
      en: `The receiver's certificate cannot be trusted (${code}).`,
      id: `Sertifikat penerima tidak dapat dipercaya (${code}).`,
    };
  }
  const known = words[code];
  if (known) return known;
  const shown = /^[A-Z0-9_]{1,40}$/.test(code) ? ` (${code})` : "";
  return {
    en: `The receiver could not be reached${shown}.`,
    id: `Penerima tidak dapat dihubungi${shown}.`,
  };
}
