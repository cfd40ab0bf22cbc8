"""Asks the server with the client that the makers of the protocol publish."""

import asyncio
import json
import sys

from mcp import ClientSession, StdioServerParameters
from mcp.client.stdio import stdio_client


def field(thing, *names):
    """A field whose name differs between versions of the client."""
    return next(getattr(thing, name) for name in names if hasattr(thing, name))


async def main(program, journal):
    server = StdioServerParameters(
        command=program, args=["mcp", "-f", journal, "--as-of", "2026-06-30"]
    )
    async with stdio_client(server) as (read, write):
        async with ClientSession(read, write) as session:
            await session.initialize()
            tools = await session.list_tools()
            print("tools:", len(tools.tools))
            aging = await session.call_tool("aging", {"customer": "bos"})
            page = json.loads(aging.content[0].text)
            print("aging:", page["rows"][0]["balance"])
            lines = "2026-06-29 payment #2026-002 100,00\n"
            proposal = await session.call_tool("propose", {"lines": lines})
            print("propose:", "error" if field(proposal, "is_error", "isError") else "passed")
            missing = await session.call_tool("show", {"id": "nobody"})
            print("show nobody:", "error" if field(missing, "is_error", "isError") else "passed")


asyncio.run(main(*sys.argv[1:3]))
