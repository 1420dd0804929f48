// Searches the claims, which the script claims.js holds; that is loaded when somebody searches.
"use strict";
(() => {
  const SHOWN = 20; // results at a time
  const PAUSE = 120; // milliseconds without a key, after which what was typed is looked for
  const COMMON = new Set(
    "a an and are as at be been by did do does for from had has have how if in is it its of on or that the their this to was were what when where which who why will with".split(" ")
  ); // "not" and the like are no such words
  const form = document.getElementById("search");
  const field = document.getElementById("words");
  const told = document.getElementById("found");
  const list = document.getElementById("results");
  const more = document.getElementById("more");
  let index, found = [], shown = 0, timer, loading;

  const tokenize = (text) =>
    MiniSearch.getDefault("tokenize")(text.replace(/(\d)[,\u202f](?=\d{3}(?!\d))/g, "$1").replace(/['’]s?(?=\s|$)/g, ""));

  const processTerm = (term) => {
    const plain = term.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
    return COMMON.has(plain) || !plain ? null : plain;
  };

  const isFigure = (term) => /\d/.test(term);

  const load = () => {
    loading ??= new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = "assets/claims.js"; // a page from the disk may load a script, and fetch nothing
      script.onload = resolve;
      script.onerror = reject;
      document.head.append(script);
    }).then(build);
    loading.catch(() => { loading = undefined; }); // the next key tries again
    return loading;
  };

  const build = async () => {
    const made = new MiniSearch({
      fields: ["statement", "standing", "more"],
      tokenize,
      processTerm,
      searchOptions: {
        boost: { statement: 3, standing: 2 },
        prefix: (term) => !isFigure(term) && term.length > 2,
        fuzzy: (term) => (isFigure(term) || term.length < 5 ? false : 0.2),
        combineWith: "AND",
      },
    });
    const rows = window.factcheckClaims;
    const documents = rows.map(([, statement, , standing, , replies, words], id) => ({
      id, statement, standing, more: `${words} ${replies.join(" ")}`,
    }));
    told.textContent = "The search is being prepared.";
    await made.addAllAsync(documents, { chunkSize: 200 });
    index = made;
    performance.mark("search-ready");
  };

  const line = (name, text, holder) => {
    const made = document.createElement("p");
    made.className = name;
    made.dir = "auto";
    made.textContent = text;
    holder.append(made);
    return made;
  };

  const item = ([path, statement, label, standing, date, replies]) => {
    const made = document.createElement("li");
    made.className = "brief";
    const head = line("statement", "", made);
    if (label) {
      const mark = document.createElement("strong");
      mark.className = "label";
      mark.textContent = label;
      head.append(mark, " ");
    }
    const link = document.createElement("a");
    link.href = path;
    link.textContent = statement;
    head.append(link);
    line("standing", date ? `${standing}; ${date}` : standing, made);
    for (const reply of replies) line("answer", reply, made);
    return made;
  };

  const extend = () => {
    const next = found.slice(shown, shown + SHOWN);
    list.append(...next.map(({ id }) => item(window.factcheckClaims[id])));
    shown += next.length;
    more.hidden = shown >= found.length;
  };

  const counted = (count) => `${count.toLocaleString("en")} claim${count === 1 ? "" : "s"}`;

  const say = (words, whole) => {
    if (!found.length) return "No claim here has these words. That says nothing about whether it is so.";
    const part = found.length > SHOWN ? ` The first ${SHOWN} are shown.` : "";
    const has = found.length === 1 ? "has" : "have";
    const which = whole ? "these words" : "only some of these words";
    return `${counted(found.length)} ${has} ${which}.${part} Nothing is judged.`;
  };

  const look = (words) => {
    performance.mark("search-start");
    found = index.search(words);
    const whole = found.length > 0;
    if (!whole) found = index.search(words, { combineWith: "OR" });
    list.replaceChildren();
    shown = 0;
    extend();
    told.textContent = say(words, whole);
    performance.measure("search", "search-start");
  };

  const clear = () => {
    found = [];
    list.replaceChildren();
    more.hidden = true;
    told.textContent = "";
  };

  const search = async () => {
    clearTimeout(timer);
    try {
      await load();
    } catch {
      told.textContent = "The claims could not be loaded. They are listed by topic, too.";
      return;
    }
    const words = field.value.trim();
    history.replaceState(null, "", words ? `#q=${encodeURIComponent(words)}` : "#search");
    if (words) look(words);
    else clear();
  };

  const asked = () => {
    const given = /^#q=(.*)$/s.exec(location.hash);
    if (!given) return;
    try {
      field.value = decodeURIComponent(given[1]);
    } catch {
      return; // somebody cut the address
    }
    search();
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    search();
  });
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(search, PAUSE);
  });
  field.addEventListener("focus", () => load().then(() => { if (told.textContent.endsWith("prepared.")) told.textContent = ""; }, () => {}), { once: true });
  more.addEventListener("click", () => {
    const next = shown;
    extend();
    list.children[next].querySelector("a").focus();
  });
  window.addEventListener("hashchange", asked);
  form.hidden = false;
  asked();
})();
