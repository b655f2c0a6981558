// Electronegativity asks the network for translations, and where there is none its library falls over a request that it has
// given up already. Nothing else is passed over.
process.on('uncaughtException', (error) => {
  if (/`onCancel` handler was attached after/.test(error.message)) return;
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
