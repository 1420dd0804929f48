// Copies a claim's citation; where the clipboard is barred it selects the text for the reader.
"use strict";
(() => {
  const button = document.getElementById("copy");
  const text = document.getElementById("citation");
  const told = document.getElementById("copied");

  const select = () => {
    const range = document.createRange();
    range.selectNodeContents(text);
    const selection = window.getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
  };

  const copySelected = () => {
    select();
    return document.execCommand("copy"); // the only way on a page that is not from a secure place
  };

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text.textContent);
      return true;
    } catch {
      return copySelected();
    }
  };

  button.addEventListener("click", async () => {
    told.textContent = "";
    const done = await copy();
    told.textContent = done ? "Copied." : "It is selected: copy it with the keyboard.";
  });
  button.hidden = false;
})();
