"""E-mails (RFC 5322, MIME): the words of the body, each with the bytes in which it stands.

The standard library's parser keeps no offsets, and its newer one takes quadratic time and fails in
many ways on what anybody may send: here it reads single headers, within bounds, and no more.

    parts        where each part of a message begins and ends
    headers      what a header says, decoded
    reading      the body chosen → an article
"""

from sayso.acquire.documents.email.reading import part_of, read_email

__all__ = ["part_of", "read_email"]
