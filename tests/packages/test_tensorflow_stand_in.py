"""The stand-in for TensorFlow: Rasa imports with it, and whatever uses it is told so by name."""

from __future__ import annotations

import json
import pickle
import subprocess
import sys
from importlib import import_module
from importlib.metadata import distribution

import numpy as np
import pytest
from rasa.nlu.classifiers.diet_classifier import DIETClassifier
from rasa.utils.tensorflow import environment
from rasa.utils.tensorflow.crf import crf_log_likelihood
from rasa.utils.tensorflow.layers import DenseForSparse
from rasa.utils.tensorflow.models import RasaModel
from rasa.utils.tensorflow.transformer import TransformerEncoder

import tensorflow as tf
from bot.service.components import tensorflow_is_stood_in
from bot.settings import ROOT
from tensorflow import TensorFlowMissingError

SOURCE = ROOT / "packages" / "tensorflow-stand-in" / "src"
MODULES = sorted(
    ".".join(path.relative_to(SOURCE).with_suffix("").parts).removesuffix(".__init__")
    for path in SOURCE.rglob("*.py")
)

# Imports all of Rasa while each access to the stand-in is written down.
IMPORT_ALL = """
import importlib, json, pkgutil, sys, types, warnings
warnings.simplefilter("ignore")
touched = set()

class Watched(types.ModuleType):
    def __getattribute__(self, name):
        touched.add(f"{super().__getattribute__('__name__')}.{name}")
        return super().__getattribute__(name)

for name in sys.argv[1:]:
    importlib.import_module(name).__class__ = Watched
touched.clear()
failed = {}
for root in ("rasa", "rasa_sdk"):
    for module in pkgutil.walk_packages(importlib.import_module(root).__path__, f"{root}."):
        try:
            importlib.import_module(module.name)
        except ImportError as error:
            failed[module.name] = str(error)
print(json.dumps({"touched": sorted(touched), "failed": failed, "rasa": [n for n in sys.modules if n[:4] == "rasa"]}))
"""


def run(code: str, *arguments: str) -> str:
    command = [sys.executable, "-W", "ignore", "-c", code, *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout


@pytest.fixture(scope="module")
def imported() -> dict:
    return json.loads(run(IMPORT_ALL, *MODULES).splitlines()[-1])


def test_all_of_rasa_can_be_imported(imported):
    assert imported["failed"] == {"rasa.nlu.utils.hugging_face.registry": "No module named 'transformers'"}
    assert len(imported["rasa"]) > 300


def test_every_name_of_the_stand_in_is_one_that_rasa_touches(imported):
    names = {
        f"{module}.{name}"
        for module in MODULES
        if not module.endswith("._absent")
        for name, value in vars(import_module(module)).items()
        if getattr(value, "__module__", None) == module and not name.startswith("_")
    }
    assert len(names) == 15
    assert names <= set(imported["touched"])


def test_what_is_installed_is_what_the_repository_holds():
    installed = distribution("tensorflow")
    assert installed.version == tf.__version__ == "2.12.0+stand.in"
    copies = {str(file): file.read_text() for file in installed.files or () if file.suffix == ".py"}
    held = {str(path.relative_to(SOURCE)): path.read_text() for path in SOURCE.rglob("*.py")}
    assert copies == held, "run make setup"


def test_the_service_knows_that_it_is_installed():
    assert tensorflow_is_stood_in()
    assert "tensorflow" not in (ROOT / "requirements.lock").read_text()


@pytest.mark.parametrize(
    ("use", "name"),
    [
        (RasaModel, "keras.Model"),
        (lambda: DenseForSparse(units=1, reg_lambda=0.1), "tensorflow.keras.layers.Dense"),
        (lambda: TransformerEncoder(1, 1, 1, 1, 0.1), "tensorflow.keras.layers.Layer"),
        (lambda: crf_log_likelihood([], [], []), "tensorflow.convert_to_tensor"),
        (lambda: tf.TensorShape([1]), "tensorflow.TensorShape"),
        (lambda: tf.TensorShape.from_proto, "tensorflow.TensorShape.from_proto"),
        (lambda: tf.keras.Model, "tensorflow.keras.Model"),
        (environment._setup_cpu_environment, "tensorflow.config.threading"),
    ],
)
def test_use_is_refused_by_name_with_the_cure(use, name, monkeypatch):
    monkeypatch.setenv("TF_INTRA_OP_PARALLELISM_THREADS", "1")
    with pytest.raises(TensorFlowMissingError) as refused:
        use()
    assert str(refused.value) == (
        f"This program needs TensorFlow ({name}), which is not installed. "
        "Put TensorFlow back: docs/decisions/lean-runtime.md says how."
    )


@pytest.mark.parametrize(
    "code",
    [
        "from tensorflow.keras import backend; backend.dot",
        "from keras.utils.control_flow_util import smart_cond; smart_cond(True, 1, 2)",
        "from keras.utils import tf_utils; tf_utils.sync_to_numpy_or_python_type(1)",
        "import keras; keras.layers",
    ],
)
def test_functions_are_refused(code):
    with pytest.raises(TensorFlowMissingError, match="needs TensorFlow"):
        exec(code)  # noqa: S102 - written above


def test_python_may_look_without_being_refused():
    assert not hasattr(tf, "add")
    assert not hasattr(tf.Tensor, "add")
    assert pickle.loads(pickle.dumps(np.add)) is np.add  # noqa: S301 - pickle looks for it in all modules
    assert issubclass(RasaModel, tf.keras.layers.Layer.__mro__[1])


def test_the_component_at_work_is_named(monkeypatch):
    component = object.__new__(DIETClassifier)
    monkeypatch.setattr(DIETClassifier, "persist", lambda self: RasaModel())
    with pytest.raises(
        TensorFlowMissingError, match=r"^DIETClassifier needs .* Take DIETClassifier out of config\.yml"
    ):
        component.persist()
