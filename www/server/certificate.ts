import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

/** A key and a self-signed certificate, both PEM. */
export type Certificate = { key: string; cert: string };

const NAMES = [
  "localhost",
  "portal.azure.com",
  "*.portal.azure.com",
  "entra.microsoft.com",
  "*.reactblade.portal.azure.net",
  "portal.azure.us",
  "entra.microsoft.us",
  "*.reactblade.azureportal.usgovcloudapi.net",
  "portal.azure.cn",
  "entra.microsoftonline.cn",
  "*.reactblade.azureportal.chinacloudapi.cn",
  "login.microsoftonline.com",
  "login.microsoftonline.us",
  "login.partner.microsoftonline.cn",
  "*.marketo.com",
  "experience.adobe.com",
  "practice.keyferry.example",
];

/** Makes a certificate that lives for two days and is trusted by nobody; nothing of it stays on the disk. */
export async function throwAwayCertificate(): Promise<Certificate> {
  const folder = await mkdtemp(join(tmpdir(), "keyferry-practice-"));
  try {
    const key = join(folder, "key.pem");
    const cert = join(folder, "cert.pem");
    await promisify(execFile)("openssl", [
      ...["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-sha256", "-days", "2"],
      ...["-subj", "/CN=Keyferry practice", "-addext", `subjectAltName=${NAMES.map((name) => `DNS:${name}`).join(",")}`],
      ...["-keyout", key, "-out", cert],
    ]);
    return { key: await readFile(key, "utf8"), cert: await readFile(cert, "utf8") };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT")
      throw new Error("The practice portals need openssl to make their throw-away certificate: install openssl, then try again.", { cause: error });
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
