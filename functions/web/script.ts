/**
 * The script of all pages, which also work without it. It focuses the error summary, sends a form only once, and
 * hides fields until the answer that they belong to is chosen.
 */
export const SCRIPT = `'use strict';
document.querySelector('.error-summary')?.focus();

for (const form of document.querySelectorAll('form')) {
  form.addEventListener('submit', (event) => {
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = 'yes';
    setTimeout(() => { delete form.dataset.sent; }, 5000);
  });
}
addEventListener('pageshow', () => {
  for (const form of document.querySelectorAll('form')) delete form.dataset.sent;
});

// What is too large to be taken should not be on its way for minutes first.
for (const field of document.querySelectorAll('input[data-most]')) {
  field.addEventListener('change', () => {
    const [file] = field.files;
    field.setCustomValidity(file && file.size > field.dataset.most ? field.dataset.tooLarge : '');
    field.reportValidity();
  });
}

const parts = document.querySelectorAll('[data-shown-if]');
const isChosen = (name, value) => [...document.getElementsByName(name)].some(
  (field) => !field.disabled && field.value === value && (field.checked || field.type.startsWith('select')));
// A part depends on what stands before it, so that one turn in their order settles all.
const update = () => {
  for (const part of parts) {
    const shown = isChosen(...part.dataset.shownIf.split('='));
    part.hidden = !shown;
    for (const field of part.querySelectorAll('input, select, textarea')) field.disabled = !shown;
  }
};
for (const note of document.querySelectorAll('.condition')) note.remove();
addEventListener('change', update);
addEventListener('pageshow', update);
update();
`;
