/**
 * What pages gain from JavaScript; without it they work all the same. The error summary takes the
 * focus, a form is sent once however often its button is pressed, and fields that belong to another answer are
 * hidden until that answer is chosen.
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

for (const part of document.querySelectorAll('[data-shown-if]')) {
  const [name, value] = part.dataset.shownIf.split('=');
  const choices = document.querySelectorAll('input[name="' + name + '"]');
  const update = () => {
    const chosen = [...choices].some((choice) => choice.checked && choice.value === value);
    part.hidden = !chosen;
    for (const field of part.querySelectorAll('input, select')) field.disabled = !chosen;
  };
  for (const choice of choices) choice.addEventListener('change', update);
  update();
  addEventListener('pageshow', update);
}
`;
