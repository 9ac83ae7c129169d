import { describe, expect, it } from "@jest/globals";
import { namesRegion, regionCodeOf } from "../../src/domain/regions/index.js";

describe("A region in a file", () => {
  it.each([
    ["36", "36"],
    ["3602", "36.02"],
    ["360227", "36.02.27"],
    ["3602272010", "36.02.27.2010"],
    ["36.02.27.2010", "36.02.27.2010"],
    ["3602011", "3602011"],
    ["Lebak", "Lebak"],
  ])("has the code %s without its dots too: %s", (text, code) => {
    expect(regionCodeOf(text)).toBe(code);
  });

  it.each<[text: string, official: string, names: boolean]>([
    ["Kabupaten Simeulue", "Kabupaten Simeulue", true],
    ["SIMEULUE", "Kabupaten Simeulue", true],
    ["Kab. Simeulue", "Kabupaten Simeulue", true],
    ["kab simeulue", "Kabupaten Simeulue", true],
    ["Kabupaten Simeulue", "Kabupaten Aceh Selatan", false],
    ["Kota Bogor", "Kabupaten Bogor", false],
    ["Bogor", "Kota Bogor", true],
    ["Kota Adm. Jakarta Pusat", "Kota Administrasi Jakarta Pusat", true],
    ["Kab. Adm. Kep. Seribu", "Kabupaten Administrasi Kepulauan Seribu", true],
    ["DI Yogyakarta", "Daerah Istimewa Yogyakarta", true],
    ["DKI JAKARTA", "Daerah Khusus Ibukota Jakarta", true],
    ["Prov. Aceh", "Aceh", true],
    ["Toli-Toli", "Kabupaten Toli Toli", true],
    ["Kec. Kotabaru", "Kotabaru", true],
    ["Kota Baru", "Kota Baru", true],
    ["Kota", "Kota", true],
    ["Kabupaten", "Kabupaten Lebak", false],
  ])("%s names %s: %s", (text, official, names) => {
    expect(namesRegion(text, official)).toBe(names);
  });
});
