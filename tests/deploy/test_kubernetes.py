from __future__ import annotations

import pytest
from rasa.core.run import configure_app
from sanic import Sanic

from actions.server import create_app
from bot.channels.web_chat import WebChatInput
from bot.options import OPTIONS
from bot.service.__main__ import _HELP
from bot.settings import Settings, load
from tests.deploy.manifests import container, of_kind

DEPLOYMENTS = of_kind("Deployment")
NAMES = ("chat", "actions")


@pytest.fixture
def settings(tmp_path) -> Settings:
    return load({"WAYMARK_VAR_DIR": str(tmp_path)}, env_file=None)


@pytest.mark.parametrize("name", NAMES)
def test_a_pod_has_no_rights_that_it_does_not_need(name):
    pod = DEPLOYMENTS[name]["spec"]["template"]["spec"]
    assert pod["automountServiceAccountToken"] is False
    assert pod["securityContext"]["runAsNonRoot"] is True
    assert pod["securityContext"]["runAsUser"] == 10001
    assert pod["securityContext"]["seccompProfile"] == {"type": "RuntimeDefault"}
    assert container(DEPLOYMENTS[name])["securityContext"] == {
        "allowPrivilegeEscalation": False,
        "readOnlyRootFilesystem": True,
        "capabilities": {"drop": ["ALL"]},
    }
    assert {"name": "tmp", "mountPath": "/tmp"} in container(DEPLOYMENTS[name])["volumeMounts"]  # noqa: S108 - theirs


@pytest.mark.parametrize("name", NAMES)
def test_there_is_time_to_end_the_turns_in_hand(name):
    pod = DEPLOYMENTS[name]["spec"]["template"]["spec"]
    waits = int(container(DEPLOYMENTS[name])["lifecycle"]["preStop"]["exec"]["command"][1])
    assert pod["terminationGracePeriodSeconds"] >= waits + 20
    assert DEPLOYMENTS[name]["spec"]["strategy"]["rollingUpdate"]["maxUnavailable"] == 0


def routes(name: str, settings: Settings) -> set[str]:
    Sanic.test_mode = True
    chat = name == "chat"
    app = configure_app([WebChatInput(settings)], enable_api=False) if chat else create_app("key")
    return {f"/{route.path}" for route in app.router.routes_all.values()}


@pytest.mark.parametrize("name", NAMES)
def test_the_probes_ask_addresses_that_exist(name, settings):
    there = routes(name, settings)
    for probe in ("startupProbe", "readinessProbe", "livenessProbe"):
        asked = container(DEPLOYMENTS[name])[probe]["httpGet"]
        assert asked["path"] in there
        assert asked["port"] == "http"
    startup = container(DEPLOYMENTS[name])["startupProbe"]
    assert startup["failureThreshold"] * startup["periodSeconds"] >= 60


@pytest.mark.parametrize("name", NAMES)
def test_it_runs_one_command_that_exists_on_the_port_that_the_service_names(name, settings):
    command = container(DEPLOYMENTS[name])["command"]
    assert command[:3] == ["python", "-m", "bot.service"]
    assert command[3] in _HELP
    [port] = container(DEPLOYMENTS[name])["ports"]
    assert port["containerPort"] == (settings.port if name == "chat" else settings.action_port)
    [service] = of_kind("Service")[name]["spec"]["ports"]
    assert (service["port"], service["targetPort"]) == (port["containerPort"], "http")
    labels = DEPLOYMENTS[name]["spec"]["template"]["metadata"]["labels"]
    assert of_kind("Service")[name]["spec"]["selector"].items() <= labels.items()
    assert DEPLOYMENTS[name]["spec"]["selector"]["matchLabels"].items() <= labels.items()


def test_every_setting_there_is_one_with_a_value_that_is_taken():
    data = of_kind("ConfigMap")["waymark"]["data"]
    ours = {name: value for name, value in data.items() if name.startswith("WAYMARK_")}
    assert set(ours) <= {option.variable for option in OPTIONS}
    assert load(ours, env_file=None).action_url.rstrip("/") == "http://actions:5055"


@pytest.mark.parametrize("name", NAMES)
def test_secrets_are_referred_to_and_not_written_down(name):
    sources = container(DEPLOYMENTS[name])["envFrom"]
    assert {"secretRef": {"name": "waymark"}} in sources
    assert not of_kind("Secret")
    assert "env" not in container(DEPLOYMENTS[name])


@pytest.mark.parametrize("name", NAMES)
def test_memory_is_asked_for_and_bounded_and_one_pod_always_stays(name):
    resources = container(DEPLOYMENTS[name])["resources"]
    assert set(resources["requests"]) == {"cpu", "memory"}
    assert "memory" in resources["limits"]
    assert (
        DEPLOYMENTS[name]["spec"]["replicas"]
        > of_kind("PodDisruptionBudget")[name]["spec"]["minAvailable"]
        > 0
    )


def test_nothing_may_talk_but_what_is_named_and_only_the_chat_reaches_the_actions():
    policies = of_kind("NetworkPolicy")
    assert policies["nothing-else"]["spec"] == {"podSelector": {}, "policyTypes": ["Ingress", "Egress"]}
    [way_in] = policies["actions"]["spec"]["ingress"]
    [source] = way_in["from"]
    assert source["podSelector"]["matchLabels"]["app.kubernetes.io/component"] == "chat"
    [egress] = policies["actions"]["spec"]["egress"]
    assert [port["port"] for port in egress["ports"]] == [5432]
