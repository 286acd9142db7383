import { ActionButton, Checkbox, DefaultButton, Link, Panel, PanelType, Pivot, PivotItem, PrimaryButton, SearchBox } from "@fluentui/react";
import { type ReactNode, useState } from "react";
import { addPermissions } from "../../practice/azure-acts";
import type { App } from "../../practice/world";
import { API_TILES, type ApiTile } from "../screens/apis";
import type { IconName } from "../icons";
import { DrawnIcon } from "./icons";
import { usePractice } from "./practice";

interface Props {
  readonly app: App;
  readonly close: () => void;
}

/** The pane in which an API is picked, then its permissions. */
export function RequestPanel({ app, close }: Props): ReactNode {
  const { say, change, toast } = usePractice();
  const [tile, setTile] = useState<ApiTile>();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);
  const save = async (): Promise<void> => {
    setBusy(true);
    const api = tile?.api;
    if (api) await change((world) => addPermissions(world, app.clientId, api, chosen));
    close();
    toast(say("permissionsAdded"), say("permissionsAddedText"));
  };
  const footer = (): React.JSX.Element | null =>
    tile ? (
      <div className="frame-buttons">
        <PrimaryButton text={say("addPermissions")} disabled={busy || chosen.length === 0} onClick={() => void save()} />
        <DefaultButton text={say("discard")} onClick={close} />
      </div>
    ) : null;
  const choose = (name: string, on: boolean): void => setChosen((now) => (on ? [...now, name] : now.filter((one) => one !== name)));
  return (
    <Panel isOpen type={PanelType.medium} headerText={say("requestPermissions")} closeButtonAriaLabel={say("close")} onDismiss={close} isFooterAtBottom onRenderFooterContent={footer}>
      {tile ? <Detail tile={tile} chosen={chosen} choose={choose} back={() => setTile(undefined)} /> : <Picker pick={setTile} />}
    </Panel>
  );
}

function Picker({ pick }: { readonly pick: (tile: ApiTile) => void }): ReactNode {
  const { say } = usePractice();
  return (
    <>
      <h3>{say("selectApi")}</h3>
      <Pivot>
        <PivotItem headerText={say("microsoftApis")}>
          <h4>{say("commonApis")}</h4>
          <div className="practice-tiles">
            {API_TILES.map((tile, at) => (
              <button key={tile.name} type="button" className={`practice-tile${at === 0 ? " practice-tile-wide" : ""}`} aria-label={tile.name} onClick={() => pick(tile)}>
                <span className="practice-logo" aria-hidden="true" style={{ backgroundColor: tile.color }}>
                  {tile.name.slice(0, 1)}
                </span>
                <span>
                  <span className="practice-tile-name">{tile.name}</span>
                  <span className="practice-tile-text">{say(tile.text)}</span>
                </span>
              </button>
            ))}
          </div>
        </PivotItem>
        <PivotItem headerText={say("organizationApis")}>{say("notPractised")}</PivotItem>
        <PivotItem headerText={say("myApis")}>{say("notPractised")}</PivotItem>
      </Pivot>
    </>
  );
}

interface DetailProps {
  readonly tile: ApiTile;
  readonly chosen: readonly string[];
  readonly choose: (name: string, on: boolean) => void;
  readonly back: () => void;
}

function Detail({ tile, chosen, choose, back }: DetailProps): ReactNode {
  const { say } = usePractice();
  const [kind, setKind] = useState<"delegated" | "application">();
  const card = (value: "delegated" | "application", title: string, text: string, icon: IconName): ReactNode => (
    <button type="button" className="practice-type" role="radio" aria-checked={kind === value} aria-label={title} onClick={() => setKind(value)}>
      <DrawnIcon name={icon} size={20} />
      <span>
        <span className="practice-tile-name">{title}</span>
        <span className="practice-tile-text">{text}</span>
      </span>
    </button>
  );
  return (
    <div className="practice-request">
      <ActionButton iconProps={{ iconName: "NavigateBack" }} text={say("allApis")} onClick={back} />
      <div>
        <div className="practice-tile-name">{tile.name}</div>
        <div className="fxs-portal-subtext">{tile.address}</div>
      </div>
      <h4>{say("permissionTypeQuestion")}</h4>
      <div className="practice-types" role="radiogroup" aria-label={say("permissionTypeQuestion")}>
        {card("delegated", say("delegatedPermissions"), say("delegatedText"), "people")}
        {card("application", say("applicationPermissions"), say("applicationText"), "gear")}
      </div>
      {kind === "delegated" && <Offers tile={tile} chosen={chosen} choose={choose} />}
      {kind === "application" && <p>{say("notPractised")}</p>}
    </div>
  );
}

function Offers({ tile, chosen, choose }: Omit<DetailProps, "back">): ReactNode {
  const { say } = usePractice();
  const [typed, setTyped] = useState("");
  const found = tile.offered.filter(({ name }) => name.toLowerCase().includes(typed.trim().toLowerCase()));
  return (
    <>
      <div className="practice-select">
        <h4>{say("selectPermissions")}</h4>
        <Link>{say("expandAll")}</Link>
      </div>
      <SearchBox placeholder={say("searchPermissions")} ariaLabel={say("searchPermissions")} onChange={(_, value) => setTyped(value ?? "")} />
      {[...new Set(found.map(({ group }) => group))].map((group) => (
        <div key={group}>
          <div className="practice-offer-group">{group === "" ? say("permissions") : group}</div>
          {found
            .filter((offer) => offer.group === group)
            .map(({ name, text }) => (
              <div key={name} className="frame-offer">
                <Checkbox label={name} checked={chosen.includes(name)} onChange={(_, on) => choose(name, on ?? false)} />
                <div className="fxs-portal-subtext">{say(text)}</div>
              </div>
            ))}
        </div>
      ))}
      {found.length === 0 && <p className="fxs-portal-subtext">{say("notPractised")}</p>}
    </>
  );
}
