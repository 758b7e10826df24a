"""One happening, told in several reports or several times in one."""

from sayso.links.happenings.groups import event_groups
from sayso.links.happenings.keys import event_keys
from sayso.links.happenings.matches import same_event

__all__ = ["event_groups", "event_keys", "same_event"]
