import { badField, HubError } from "../../platform/errors.js";
import { languageOfLocale } from "../../platform/locales.js";
import { sql } from "../../reading/index.js";
import { changing, creating, refused, useCases, type Work } from "../common/index.js";
import { actingOrganisation, actingUser } from "../stakeholders/index.js";
import { ExportStatus, unfinished } from "./enums.js";
import { Export } from "./export.js";
import { CancelExportInput, StartExportInput } from "./export-inputs.js";
import { mayStartExport, mayUseExport } from "./export-policy.js";
import { exportPort } from "./export-port.js";
import { requestOf } from "./export-requests.js";

/** The organisation for which: the named one, else the requester's only one; undefined for an operator. */
function organisationOf({ viewer }: Work, named: string | null | undefined): string | undefined {
  if (named) return named.toLowerCase();
  const [only, ...others] = viewer.memberships.keys();
  if (others.length === 0) return only;
  throw badField(
    "input.organisationId",
    "name the organisation for which: you belong to several",
    "sebutkan lembaga yang diwakili: Anda anggota beberapa lembaga",
  );
}

function localeOf(locale: string | null | undefined): string {
  const given = locale ?? "en";
  if (languageOfLocale(given)) return given;
  throw badField("input.locale", "must be id, id-ID or en", "harus id, id-ID, atau en");
}

const tooManyOwn = (limit: number) =>
  new HubError(
    "RATE_LIMITED",
    {
      en: `Your organisation already has ${limit} unfinished exports; wait until one is done, or cancel one.`,
      id: `Lembaga Anda sudah mempunyai ${limit} ekspor yang belum selesai; tunggu satu selesai, atau batalkan satu.`,
    },
    { limit, retryAfter: 60 },
  );

/** Refuses one export more than an organisation, or an operator, may have unfinished. */
async function checkCount(work: Work, organisation: string | undefined): Promise<void> {
  const { mostUnfinished: limit } = exportPort().limits;
  const key = organisation ?? "operator";
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from export_job, pg_advisory_xact_lock(hashtextextended(${`exports ${key}`}, 0))
    where organisation_id is not distinct from ${organisation ?? null}::uuid
      and status in ('QUEUED', 'RUNNING')`.execute(work.em.getKysely());
  if ((rows[0]?.count ?? 0) >= limit) throw tooManyOwn(limit);
}

const ended = { en: "This export has ended.", id: "Ekspor ini sudah berakhir." };

/** The mutations on exports. */
export const exportMutations = useCases({
  startExport: creating({
    of: Export,
    input: StartExportInput,
    description:
      "Has the hub make a file of a list or of a view in the background. Its rows are those that the requester sees when it is made, at one position. For every member of an organisation, for API keys, and for a platform operator.",
    async run(input, work, id) {
      const organisation = organisationOf(work, input.organisationId);
      work.authorise(mayStartExport, { organisation });
      const { format } = input;
      const locale = localeOf(input.locale);
      const { list, request } = await requestOf(input, work);
      await checkCount(work, organisation);
      const { viewer } = work;
      exportPort().changed();
      work.create(Export, {
        ...{ id, status: ExportStatus.QUEUED, format, list, locale, request, progress: 0 },
        holder: viewer.userId ?? viewer.keyId ?? null,
        byOperator: viewer.operator,
        organisation: actingOrganisation(work),
        user: actingUser(work),
        sources: [],
      });
    },
  }),

  cancelExport: changing({
    of: Export,
    input: CancelExportInput,
    may: mayUseExport,
    facts: ({ organisation, holder }) => ({ organisation: organisation?.id, holder }),
    async lock({ em }, id) {
      await sql`select 1 from export_job where id = ${id} for update`.execute(em.getKysely());
    },
    description:
      "Ends an export before its file is made; what runs for it is ended too. It names no version, as progress changes it. Refused with INVALID_TRANSITION where it has ended. For who started it.",
    run(one) {
      const { status } = one;
      if (!unfinished.includes(status)) {
        const to = ExportStatus.CANCELLED;
        throw refused({ from: status, to, reason: "ENDED", text: ended, path: "input.id" });
      }
      exportPort().changed();
      Object.assign(one, { status: ExportStatus.CANCELLED, finishedAt: new Date() });
    },
  }),
});
