import { CommandBar, IconButton, Link, Pivot, PivotItem, mergeStyleSets } from "@fluentui/react";
import type { ReactNode } from "react";
import type { Essential } from "../fx/essentials";
import { essentialsOf } from "../screens/essential-lines";
import { Missing } from "./missing";
import { usePractice } from "./practice";

/** Class names as the portal's React Essentials have them: a word and a number that changes with every build. */
const styles = mergeStyleSets({
  essentialsGrid: { display: "grid", gridTemplateColumns: "repeat(auto-fit, minmax(340px, 1fr))", gap: "0 32px", padding: "4px 0 12px" },
  essentialsItem: { display: "flex", gap: 8, minHeight: 28, alignItems: "flex-start" },
  essentialsLabel: { flex: "0 0 190px", color: "var(--colorTextSecondary)", overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
  essentialsValue: { minWidth: 0, overflow: "hidden", textOverflow: "ellipsis" },
});

/** An app's first page in Fluent v8. */
export function Overview(): ReactNode {
  const { say, world, app } = usePractice();
  if (!app) return <Missing />;
  const { left, right } = essentialsOf(say, world, app);
  return (
    <div className="frame-blade">
      <div id="__bladeCommandBar">
        <CommandBar
          items={[
            { key: "delete", text: say("delete"), iconProps: { iconName: "Delete" } },
            { key: "endpoints", text: say("endpoints"), iconProps: { iconName: "Globe" } },
            { key: "preview", text: say("previewFeatures"), iconProps: { iconName: "Flag" } },
          ]}
        />
      </div>
      <div className="frame-content">
        <h3>{say("essentials")}</h3>
        <div className={styles.essentialsGrid}>
          <div>
            {left.map((line) => (
              <Line key={line.label} line={line} />
            ))}
          </div>
          <div>
            {right.map((line) => (
              <Line key={line.label} line={line} />
            ))}
          </div>
        </div>
        <Pivot>
          <PivotItem headerText={say("getStarted")}>
            <div className="practice-welcome">
              <h2>{say("welcome")}</h2>
              <p>{say("welcomeText")}</p>
            </div>
          </PivotItem>
          <PivotItem headerText={say("documentation")} />
        </Pivot>
      </div>
    </div>
  );
}

function Line({ line }: { readonly line: Essential }): ReactNode {
  const { say, go } = usePractice();
  const { label, value, link } = line;
  return (
    <div className={styles.essentialsItem}>
      <div className={styles.essentialsLabel}>{label}</div>
      {link === undefined ? (
        <div className={styles.essentialsValue} title={value}>
          {value}
          {/* The portal's tooltip keeps a hidden copy of the value beside it. */}
          <span hidden>{value}</span>
          <IconButton className="frame-copy" iconProps={{ iconName: "Copy" }} ariaLabel={say("copy")} title={say("copy")} onClick={() => void navigator.clipboard.writeText(value).catch(() => undefined)} />
        </div>
      ) : (
        <div className={styles.essentialsValue}>
          <Link onClick={() => (typeof link === "string" ? go(link) : link())}>{value}</Link>
        </div>
      )}
    </div>
  );
}
