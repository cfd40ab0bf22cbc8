// Starts `tegoed lsp`, which does the rest.
const vscode = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

let client;

async function start() {
  const command = vscode.workspace.getConfiguration("tegoed").get("path") || "tegoed";
  client = new LanguageClient(
    "tegoed",
    "tegoed",
    { command, args: ["lsp"] },
    { documentSelector: [{ language: "tegoed" }] },
  );
  try {
    await client.start();
  } catch (error) {
    vscode.window.showErrorMessage(
      `tegoed could not be started as \`${command}\`: ${error.message} Colours work without it. The setting tegoed.path says where it is.`,
    );
  }
}

async function stop() {
  const running = client;
  client = undefined;
  if (running && running.needsStop()) await running.stop();
}

async function activate(context) {
  const restart = async () => {
    await stop();
    await start();
  };
  context.subscriptions.push(
    vscode.commands.registerCommand("tegoed.restart", restart),
    vscode.workspace.onDidChangeConfiguration((change) => change.affectsConfiguration("tegoed.path") && restart()),
  );
  await start();
}

module.exports = { activate, deactivate: stop };
