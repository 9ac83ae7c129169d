import { Migration } from "@mikro-orm/migrations";

/** The members of a stored text in two languages, by their names in the API instead of `id` and `en`. */
const renamed = (column: string): string =>
  // As text: after a quotation mark that opens no key, jsonb writes no colon and blank.
  `replace(replace("${column}"::text, '"id": ', '"indonesian": '), '"en": ', '"english": ')::jsonb`;

/**
 * Texts in two languages are stored under `indonesian` and `english`. Lines of the ledger keep the names
 * that they were written with.
 */
export class Migration20261130000000_text_languages extends Migration {
  override name = "Migration20261130000000_text_languages";

  override up(): void {
    // Not by an update: the ledger's guards refuse a write without a change.
    this.addSql(`alter table "programme" alter "name" type jsonb using ${renamed("name")};`);
    this.addSql(
      `alter table "indicator" alter "title_text" type jsonb using ${renamed("title_text")};`,
    );
    this.addSql(
      `alter table "instrument" alter "title_text" type jsonb using ${renamed("title_text")}, alter "dimension_details" drop default, alter "dimension_details" type jsonb using ${renamed("dimension_details")}, alter "dimension_details" set default '[]', alter "sections" drop default, alter "sections" type jsonb using ${renamed("sections")}, alter "sections" set default '[]';`,
    );
  }
}
