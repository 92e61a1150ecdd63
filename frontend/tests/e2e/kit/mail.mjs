// A mail server small enough to live in a test. It takes what it is given, or refuses every recipient.
import { createServer } from 'node:net';

export async function startMailServer() {
  const mails = [];
  const state = { refuses: false };
  const server = createServer((socket) => {
    let [buffer, body, isBody] = ['', '', false];
    const say = (line) => socket.write(`${line}\r\n`);
    const hear = (line) => {
      if (isBody) {
        if (line !== '.') body += `${line}\n`;
        else {
          isBody = false;
          mails.push(body);
          say('250 taken');
        }
        return;
      }
      const command = line.slice(0, 4).toUpperCase();
      if (command === 'RCPT' && state.refuses) say(`550 5.1.1 ${/<.*>/.exec(line)}: no such mailbox`);
      else if (command === 'DATA') {
        [body, isBody] = ['', true];
        say('354 go on');
      } else if (command === 'QUIT') {
        say('221 bye');
        socket.end();
      } else say('250 fine');
    };
    socket.on('error', () => undefined);
    socket.on('data', (data) => {
      const lines = (buffer + data).split('\r\n');
      buffer = lines.pop();
      lines.forEach(hear);
    });
    say('220 ready');
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `smtp://127.0.0.1:${server.address().port}`,
    mails,
    state,
    stop: () => new Promise((done) => server.close(done)),
  };
}
