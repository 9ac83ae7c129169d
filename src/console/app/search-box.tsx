import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, useEffect, useRef } from "react";
import { useText } from "../language/language.js";
import styles from "./search-box.module.css";

const texts = {
  label: { id: "Cari", en: "Search" },
  placeholder: { id: "Cari apa saja (Ctrl-K)", en: "Search anything (Ctrl-K)" },
};

/** The search of every page; Ctrl-K puts the cursor into it. */
export function SearchBox() {
  const t = useText();
  const navigate = useNavigate();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      input.current?.focus();
      input.current?.select();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
  const search = (event: FormEvent) => {
    event.preventDefault();
    const text = input.current?.value.trim() ?? "";
    if (text.length >= 2) void navigate({ to: "/search", search: { text } });
  };
  return (
    <search className={styles.search}>
      <form onSubmit={search}>
        <label className="visually-hidden" htmlFor="search">
          {t(texts.label)}
        </label>
        <input
          id="search"
          ref={input}
          type="search"
          maxLength={200}
          placeholder={t(texts.placeholder)}
          autoComplete="off"
        />
      </form>
    </search>
  );
}
