// Elements of the page, made without markup in text: what people's files say is never read as markup.

let numbers = 0;

/** An element with attributes and children; an attribute that is null or false is left out. */
export function element(name, attributes = {}, children = []) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes))
    if (value !== null && value !== false && value !== undefined) made.setAttribute(key, value === true ? '' : value);
  made.append(...children);
  return made;
}

export function button(text, action, attributes = {}) {
  const made = element('button', { type: 'button', ...attributes }, [text]);
  made.addEventListener('click', action);
  return made;
}

/** A control with its label, a hint under it, and beside the label the name of the option that it is. */
export function field(control, label, hint = null, option = null) {
  const id = `champ${++numbers}`;
  const words = [element('span', {}, [label]), ...(option ? [' ', element('code', {}, [option])] : [])];
  control.id = id;
  if (hint) control.setAttribute('aria-describedby', `${id}-aide`);
  const name = element('label', { for: id }, words);
  const box = control.type === 'checkbox';
  return element('div', { class: box ? 'field box' : 'field' }, [...(box ? [control, name] : [name, control]),
    ...(hint ? [element('p', { class: 'hint', id: `${id}-aide` }, [hint])] : [])]);
}

/** Radio buttons of one name, each [{value, label, note}]; `chosen` hears of a choice. */
export function radios(name, rows, selected, chosen) {
  return rows.map(({ value, label, note }) => {
    const input = element('input', { type: 'radio', name, value, checked: value === selected });
    input.addEventListener('change', () => chosen(value));
    return element('label', { class: 'choice' }, [input, element('span', {}, [label]),
      ...(note ? [element('code', {}, [note])] : [])]);
  });
}
