import { Migration } from "@mikro-orm/migrations";

const sexes = {
  FEMALE: "female females f woman women girl girls p pr perempuan wanita w putri",
  MALE: "male males m man men boy boys l lk laki laki-laki lelaki pria putra",
};
const disabilities = {
  WITH_DISABILITY: "with_disability with yes y true disabled ya ada disabilitas difabel cacat",
  WITHOUT_DISABILITY: "without_disability without no n false none tidak tanpa non-disabilitas",
};

/** The cases of a word, each part with the words that mean it. */
const cases = (parts: Record<string, string>): string =>
  Object.entries(parts)
    .map(([part, words]) => {
      const list = words.split(" ").map((word) => `'${word.replaceAll(/[-_]/g, " ")}'`);
      return `when word in (${list.join(", ")}) then '${part}'`;
    })
    .join(" ");

const bands = "'0-14', '15-24', '25-34', '35-44', '45-54', '55-64', '65+'";

/**
 * The counts under the fixed names of their parts. A word that means none, and a second one for a part that is
 * there already, are kept under OTHER.
 */
const mapped = `
create function figures_mapped(cells jsonb) returns jsonb language plpgsql immutable as $$
declare
  cell jsonb;
  word text;
  part text;
  known text[] := '{}';
  made jsonb := '[]';
begin
  for cell in select value from jsonb_array_elements(cells) loop
    word := btrim(regexp_replace(lower(cell->>'value'), '[^[:alnum:]+]+', ' ', 'g'));
    part := case cell->>'by'
      when 'SEX' then case ${cases(sexes)} end
      when 'DISABILITY' then case ${cases(disabilities)} end
      else replace(btrim(regexp_replace(word, '(usia|umur|tahun|thn|years?|aged?)', '', 'g')), ' ', '-')
    end;
    if cell->>'by' = 'AGE_BAND' and part not in (${bands}) then part := null; end if;
    if part is null or (cell->>'by') || part = any(known) then
      made := made || jsonb_build_array(cell || jsonb_build_object('value', 'OTHER', 'words', cell->>'value'));
    else
      known := known || ((cell->>'by') || part);
      made := made || jsonb_build_array(cell || jsonb_build_object('value', part));
    end if;
  end loop;
  return made;
end $$;`;

/**
 * The parts of disaggregations become fixed lists (rule 13 of the domain). No history shows the raw counts, so
 * that none disagrees.
 */
export class Migration20261130150100_figures_categories extends Migration {
  override name = "Migration20261130150100_figures_categories";

  override up(): void {
    this.addSql(mapped);
    // Not by an update: the ledger's guards refuse a write without a change.
    this.addSql(
      `alter table "measurement" alter "disaggregation" drop default, alter "disaggregation" type jsonb using figures_mapped("disaggregation"), alter "disaggregation" set default '[]';`,
    );
    this.addSql(`drop function figures_mapped(jsonb);`);
  }
}
