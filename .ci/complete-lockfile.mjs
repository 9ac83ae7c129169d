// Run after `npm install`: adds the platform packages that npm left out of the lockfile because
// the registry at hand did not hold them, and without which `npm ci` refuses its own lockfile
// ("Missing: … from lock file"). An entry says which platform the package is for, so that no other
// platform asks for it.
import { readFileSync, writeFileSync } from "node:fs";

const path = "package-lock.json";
const lock = JSON.parse(readFileSync(path, "utf8"));

const systems = [
  "aix",
  "android",
  "darwin",
  "freebsd",
  "linux",
  "netbsd",
  "openbsd",
  "openharmony",
  "sunos",
  "win32",
];
const processors = [
  "arm",
  "arm64",
  "ia32",
  "loong64",
  "mips64el",
  "ppc64",
  "riscv64",
  "s390x",
  "x64",
];

const kept = (words, list) => words.filter((word) => list.includes(word));

/** The entry of a platform's package, whose name has its platform: `…-linux-x64-musl`, `…-windows-…`. */
const entryOf = (name, range, dev) => {
  const version = range.replace(/^[~^]/, "");
  const words = name.split(/[/-]/).map((word) => (word === "windows" ? "win32" : word));
  const [os, cpu] = [kept(words, systems), kept(words, processors)];
  if (os.length !== 1 || cpu.length > 1) throw new Error(`${name} names no platform`);
  const libc = words.flatMap((word) => {
    if (word.startsWith("musl")) return ["musl"];
    return word.startsWith("gnu") ? ["glibc"] : [];
  });
  const needs = libc.length > 0 ? { libc } : {};
  const runsOn = cpu.length > 0 ? { cpu } : {};
  return { version, ...runsOn, ...(dev ? { dev } : {}), ...needs, optional: true, os };
};

const missing = Object.values(lock.packages).flatMap(({ optionalDependencies = {}, dev }) =>
  Object.entries(optionalDependencies)
    .filter(([name]) => lock.packages[`node_modules/${name}`] === undefined)
    .map(([name, version]) => [`node_modules/${name}`, entryOf(name, version, dev)]),
);

const [root, ...others] = Object.entries({ ...lock.packages, ...Object.fromEntries(missing) });
others.sort(([a], [b]) => (a < b ? -1 : 1));
lock.packages = Object.fromEntries([root, ...others]);
writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${missing.length} platform packages added to ${path}`);
