"""Measure what influencers, loyalty and customers are worth.

A value or a status, never a made-up number. The formulas are those of the Rust crate and of the JavaScript
package: the same names, the same numbers to the last bit, the same errors.
"""

from . import attribution as attribution
from . import customers as customers
from . import errors as errors
from . import experiments as experiments
from . import influencers as influencers
from . import metrics as metrics
from . import models as models
from . import programmes as programmes
from . import response as response
from ._core import __version__ as __version__
from .errors import CancelledError as CancelledError
from .errors import ConvergenceError as ConvergenceError
from .errors import InvalidInputError as InvalidInputError
from .errors import InvalidTypeError as InvalidTypeError
from .errors import NotFittedError as NotFittedError
from .errors import UkurError as UkurError
from .errors import UndefinedError as UndefinedError
