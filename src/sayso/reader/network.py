"""The only module that knows ONNX Runtime: a network that ships with sayso, as a function."""

from __future__ import annotations

from importlib.resources import files

import numpy as np
import onnxruntime as ort
from numpy.typing import NDArray

from sayso.model import ReaderError

Integers = NDArray[np.int64]
Floats = NDArray[np.float32]


class Network:
    """A network in an ONNX file of one output.

    It runs on one thread: processes share the work, and its answer is the same on any number.
    """

    def __init__(self, package: str, name: str) -> None:
        """Load the file `name` of `package`; raises ReaderError when that fails."""
        options = ort.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        try:
            self._session = ort.InferenceSession(
                files(package).joinpath(name).read_bytes(), options, ["CPUExecutionProvider"]
            )
        except Exception as error:  # ONNX Runtime's errors have no other base
            raise ReaderError(
                f"the network {name} cannot be loaded ({error}); reinstall sayso"
            ) from error
        self.notes: dict[str, str] = self._session.get_modelmeta().custom_metadata_map
        """What training wrote down: thresholds, calibration."""

    def __call__(self, **inputs: Integers | Floats) -> Floats:
        """The output for these inputs, by their names in the file."""
        output: Floats = self._session.run(None, inputs)[0]
        return output
