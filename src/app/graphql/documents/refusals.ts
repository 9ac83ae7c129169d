import { RequestRefusal } from "../../errors/refusal.js";

/** The refusal of a `documentId` that the hub does not have. */
export const unknownId = () =>
  new RequestRefusal(
    404,
    {
      en: 'The hub has no document with this id; an id is "sha256:" and the SHA-256 of a document that is in the manifest of the hub.',
      id: 'Hub tidak memiliki dokumen dengan id ini; id adalah "sha256:" dan SHA-256 dari dokumen yang ada dalam manifes hub.',
    },
    {},
    {},
    "PERSISTED_QUERY_NOT_FOUND",
  );

const same = (text: string) => ({ en: text, id: text });

/**
 * The refusal of a hash in Apollo's extension. Its clients recognise the message, not only the code, and
 * some of them read no body of another status than 200. After "not found" they send the text once;
 * after "not supported" they never send hashes again.
 */
export const unknownPersisted = (takesTexts: boolean) =>
  takesTexts
    ? new RequestRefusal(200, same("PersistedQueryNotFound"), {}, {}, "PERSISTED_QUERY_NOT_FOUND")
    : new RequestRefusal(
        200,
        same("PersistedQueryNotSupported"),
        {},
        {},
        "PERSISTED_QUERY_NOT_SUPPORTED",
      );

/** The refusal of a text that is not in the manifest, by a hub that takes trusted documents only. */
export const untrusted = () =>
  new RequestRefusal(
    400,
    {
      en: "This hub takes only the documents of its manifest, and this one is not in it; send the id or the exact text of one that is.",
      id: "Hub ini hanya menerima dokumen dalam manifesnya, dan dokumen ini tidak ada di dalamnya; kirim id atau teks yang persis sama dari dokumen yang ada.",
    },
    {},
    {},
    "DOCUMENT_NOT_TRUSTED",
  );

/** The refusal to let a document be followed by GET that is not of the manifest. */
export const untrustedPoll = () =>
  new RequestRefusal(
    400,
    {
      en: "Only a document of the hub's manifest can be followed by GET; send its id as documentId.",
      id: "Hanya dokumen dalam manifes hub yang dapat diikuti dengan GET; kirim id-nya sebagai documentId.",
    },
    {},
    {},
    "DOCUMENT_NOT_TRUSTED",
  );
