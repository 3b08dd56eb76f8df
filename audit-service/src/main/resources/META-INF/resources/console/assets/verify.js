import {verify} from '/console/assets/proof.js';

const section = document.getElementById('verify');
const at = id => document.getElementById(id);
let proof;

const answers = {
  yes: ['yes', 'Yes. These bytes are entry %, and the log signed for it.'],
  no: ['no', 'No. These bytes are not what the log signed for as entry %.'],
  unsigned: ['no', 'Not shown. These bytes are entry % under this checkpoint, but the signature of the checkpoint was not checked.'],
};

async function get(address) {
  const answer = await fetch(address, {headers: {Accept: 'application/json, text/plain'}});
  if (!answer.ok) {
    throw new Error(answer.status === 409
      ? 'No checkpoint covers this entry yet: try again in a second.'
      : `The server answered ${answer.status}.`);
  }
  return answer;
}

/** The key that signs the log at this size, of the server's trust file. */
const keyOf = (trust, size) => trust.split('\n').filter(line => line.startsWith('key ')).map(line => line.split(' '))
  .filter(words => within(words, size)).map(words => words[1]).pop() ?? '';

const within = (words, size) => {
  const bound = name => words.includes(name) ? Number(words[words.indexOf(name) + 1]) : null;
  return (bound('from') ?? 0) <= size && size <= (bound('until') ?? Infinity);
};

function show({answer, steps}) {
  const [look, words] = answers[answer];
  at('verdict').className = look;
  at('verdict').textContent = words.replace('%', section.dataset.index);
  at('steps').replaceChildren(...steps.map(step => {
    const item = document.createElement('li');
    item.textContent = step.said + (step.value === undefined ? '' : ': ');
    if (step.value !== undefined) {
      const code = document.createElement('code');
      code.textContent = step.value;
      item.append(code);
    }
    return item;
  }));
}

function failed(problem) {
  at('steps').replaceChildren();
  at('verdict').className = 'no';
  at('verdict').textContent = 'Not verified. ' + problem.message;
}

async function check() {
  const entry = new TextEncoder().encode(at('bytes').value);
  show(await verify({entry, index: proof.entryIndex, path: proof.path, checkpoint: at('checkpoint').value,
    key: at('key').value}));
}

async function fetchAndCheck() {
  if (!globalThis.crypto?.subtle) {
    throw new Error('This browser computes hashes on pages of https and of this machine only.');
  }
  proof = await (await get(section.dataset.proof)).json();
  const trust = await (await get(section.dataset.trust)).text();
  const bytes = Uint8Array.from(atob(proof.entry), character => character.charCodeAt(0));
  at('bytes').value = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(bytes);
  at('checkpoint').value = proof.checkpoint;
  at('key').value = keyOf(trust, proof.treeSize);
  at('material').hidden = false;
  await check();
}

at('fetch').addEventListener('click', () => fetchAndCheck().catch(failed));
at('again').addEventListener('click', () => check().catch(failed));
