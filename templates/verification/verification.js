"use strict";
const cards = [...document.querySelectorAll("article")];
const search = document.querySelector("#search");
const boxes = [...document.querySelectorAll("input[name=group]")];
const shown = document.querySelector("#shown");
const texts = cards.map((card) => card.textContent.toLowerCase());

function update() {
  const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
  const groups = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
  let count = 0;
  cards.forEach((card, at) => {
    const fits = groups.has(card.dataset.group) && words.every((word) => texts[at].includes(word));
    card.hidden = !fits;
    count += fits;
  });
  shown.textContent = `${count} of ${cards.length} cards shown`;
}

document.querySelector("form").hidden = false;
document.querySelector("form").addEventListener("submit", (event) => event.preventDefault());
search.addEventListener("input", update);
boxes.forEach((box) => box.addEventListener("change", update));
update();
