// The door of letters: mailboxes, the directory of their keys, and what is sent from one to another.
// Nothing in here can read a letter: keys live in browsers, programs of bodies, and on paper.
export {}
